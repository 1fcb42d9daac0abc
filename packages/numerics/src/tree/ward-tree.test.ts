import { createRandom } from "@observatory/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createMatrix, type Matrix } from "../matrix.ts";
import { readClusteringGolden } from "../testing/clustering-golden.ts";
import { cutTree, wardTree } from "./ward-tree.ts";

test("merges of single points equal SciPy's", async () => {
  for (const { points, merges } of readClusteringGolden().trees) {
    const tree = await wardTree(
      toMatrix(points),
      points.map(() => 1),
    );
    expect(tree.merges.map(({ left, right, weight }) => [left, right, weight])).toEqual(
      merges.map(([left, right, , leaves]) => [left, right, leaves]),
    );
    expect(tree.merges.map(({ height }) => height)).toEqual(
      merges.map((merge) => expect.closeTo(merge[2], 9)),
    );
  }
});

test("weights by hand: a heavy point is harder to join", async () => {
  // From 0 with weight 9: 2 * 9 / 10 * 2^2 = 7.2; from 4.5 to 2: 2 * 1 / 2 * 2.5^2 = 6.25, although farther.
  const tree = await wardTree(toMatrix([[0], [2], [4.5]]), [9, 1, 1]);
  expect(tree.merges[0]).toEqual({ left: 1, right: 2, height: expect.closeTo(2.5, 12), weight: 2 });
  // Their mean is 3.25: 2 * 9 * 2 / 11 * 3.25^2.
  expect(tree.merges[1]).toEqual({
    left: 0,
    right: 3,
    height: expect.closeTo(Math.sqrt((36 / 11) * 3.25 ** 2), 12),
    weight: 11,
  });
});

test("a point of weight n is as n points in one place", async () => {
  const random = createRandom(4);
  const places = Array.from({ length: 12 }, () => [random.normal(), random.normal()]);
  const weights = places.map(() => 1 + random.integer(4));
  const repeated = places.flatMap((place, i) => Array.from({ length: weights[i] ?? 0 }, () => place));
  const weighted = await wardTree(toMatrix(places), weights);
  const single = await wardTree(
    toMatrix(repeated),
    repeated.map(() => 1),
  );
  const heights = single.merges.slice(repeated.length - places.length).map(({ height }) => height);
  expect(weighted.merges.map(({ height }) => height)).toEqual(
    heights.map((height) => expect.closeTo(height, 9)),
  );
});

test("cuts are nested, and number clusters by their first leaf", async () => {
  const tree = await wardTree(toMatrix([[0], [10], [0.1], [10.2], [50]]), [1, 1, 1, 1, 1]);
  expect([...cutTree(tree, 1)]).toEqual([0, 0, 0, 0, 0]);
  expect([...cutTree(tree, 3)]).toEqual([0, 1, 0, 1, 2]);
  expect([...cutTree(tree, 4)]).toEqual([0, 1, 0, 2, 3]);
  expect([...cutTree(tree, 99)]).toEqual([0, 1, 2, 3, 4]);
  expect(() => cutTree(tree, 0)).toThrow(RangeError);
});

test("no leaves, one leaf, and equal leaves make trees too", async () => {
  expect((await wardTree(createMatrix(0, 3), [])).merges).toEqual([]);
  expect([...cutTree(await wardTree(createMatrix(0, 3), []), 2)]).toEqual([]);
  expect([...cutTree(await wardTree(createMatrix(1, 3), [5]), 2)]).toEqual([0]);
  const equal = await wardTree(
    createMatrix(6, 2),
    Array.from({ length: 6 }, () => 1),
  );
  expect(equal.merges.map(({ height }) => height)).toEqual([0, 0, 0, 0, 0]);
  expect(new Set(cutTree(equal, 3)).size).toBe(3);
});

test("weights must be positive and one a row, and an aborted tree stops", async () => {
  await expect(wardTree(createMatrix(2, 1), [1])).rejects.toThrow(RangeError);
  await expect(wardTree(createMatrix(2, 1), [1, 0])).rejects.toThrow(RangeError);
  const signal = AbortSignal.abort(new Error("stop"));
  await expect(wardTree(createMatrix(2, 1), [1, 1], { signal })).rejects.toThrow("stop");
});

test("heights rise, every node is joined once, and each cut has the clusters asked for", async () => {
  const coordinates = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), {
    minLength: 1,
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(coordinates, fc.integer({ min: 1, max: 40 }), async (points, count) => {
      const tree = await wardTree(
        toMatrix(points),
        points.map((_, i) => 1 + (i % 3)),
      );
      const heights = tree.merges.map(({ height }) => height);
      expect(heights).toEqual([...heights].sort((a, b) => a - b));
      const joined = tree.merges.flatMap(({ left, right }) => [left, right]);
      expect(new Set(joined).size).toBe(2 * (points.length - 1));
      tree.merges.forEach(({ right }, i) => expect(right).toBeLessThan(points.length + i));
      expect(new Set(cutTree(tree, count)).size).toBe(Math.min(count, points.length));
    }),
  );
});

function toMatrix(points: readonly (readonly number[])[]): Matrix {
  const matrix = createMatrix(points.length, points[0]?.length ?? 0);
  matrix.data.set(points.flat());
  return matrix;
}
