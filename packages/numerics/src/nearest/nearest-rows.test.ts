import { createRandom } from "@observatory/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMatrixEngine, type MatrixEngine } from "../engine/matrix-engine.ts";
import { createMatrix, squaredDistance, toMatrix, type Matrix } from "../matrix.ts";
import { nearestRows } from "./nearest-rows.ts";

let engine: MatrixEngine;
beforeAll(async () => {
  engine = await createMatrixEngine({ threads: 2 });
});
afterAll(() => engine.close());

const line = toMatrix([[0], [1], [3], [7], [7]]);

test("the nearest come first, of equally near points the lower index", async () => {
  const { indices, squaredDistances } = await nearestRows(toMatrix([[2], [8]]), line, { count: 3, engine });
  expect([...indices]).toEqual([1, 2, 0, 3, 4, 2]);
  expect([...squaredDistances]).toEqual([1, 1, 4, 1, 1, 25]);
});

test("points of the query's group are left out", async () => {
  const order = [0, 1, 2, 3, 4];
  const others = await nearestRows(line, line, {
    count: 1,
    groups: { queries: order, points: order },
    engine,
  });
  expect([...others.indices]).toEqual([1, 0, 1, 4, 3]);
  const groups = { queries: [1, 5], points: [0, 0, 0, 1, 1] };
  const outsiders = await nearestRows(toMatrix([[7], [7]]), line, { count: 4, groups, engine });
  expect([...outsiders.indices]).toEqual([2, 1, 0, -1, 3, 4, 2, 1]);
  expect([...outsiders.squaredDistances]).toEqual([16, 36, 49, Infinity, 0, 0, 16, 36]);
});

test("where there are too few points the rest is -1 and infinitely far", async () => {
  const { indices, squaredDistances } = await nearestRows(toMatrix([[1]]), toMatrix([[1], [3]]), {
    count: 4,
    engine,
  });
  expect([...indices]).toEqual([0, 1, -1, -1]);
  expect([...squaredDistances]).toEqual([0, 4, Infinity, Infinity]);
  const none = await nearestRows(toMatrix([[1]]), createMatrix(0, 1), { count: 1, engine });
  expect([...none.indices]).toEqual([-1]);
});

describe("with more points than one block holds", () => {
  const points = createCloud(20_000, 6, 1);
  const queries = createCloud(300, 6, 2);

  test("what is found is what a plain search finds", async () => {
    const count = 5;
    const { indices, squaredDistances } = await nearestRows(queries, points, { count, engine });
    for (let query = 0; query < queries.rows; query += 37) {
      const all = Array.from({ length: points.rows }, (_, i) => squaredDistance(queries, query, points, i));
      const expected = [...all.keys()].sort((a, b) => (all[a] ?? 0) - (all[b] ?? 0)).slice(0, count);
      expect([...indices.subarray(query * count, (query + 1) * count)]).toEqual(expected);
      expected.forEach((point, rank) => {
        expect(squaredDistances[query * count + rank]).toBeCloseTo(all[point] ?? 0, 4);
      });
    }
  });

  test("the bytes are the same on one and three threads", async () => {
    const one = await nearestRows(queries, points, { count: 3, threads: 1 });
    const three = await nearestRows(queries, points, { count: 3, threads: 3 });
    expect(three).toEqual(one);
  });
});

test("mistakes are refused", async () => {
  await expect(nearestRows(line, line, { count: 0, engine })).rejects.toThrow("count");
  await expect(nearestRows(line, toMatrix([[1, 2]]), { count: 1, engine })).rejects.toThrow("columns");
  const groups = { queries: [1], points: [1] };
  await expect(nearestRows(line, line, { count: 1, groups, engine })).rejects.toThrow("groups");
  await expect(nearestRows(toMatrix([[NaN]]), line, { count: 1, engine })).rejects.toThrow(
    "row 0 of the queries",
  );
});

test("an abort is respected", async () => {
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(nearestRows(line, line, { count: 1, engine, signal })).rejects.toThrow("enough");
});

function createCloud(rows: number, columns: number, seed: number): Matrix {
  const random = createRandom(seed);
  return toMatrix(Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.normal())));
}
