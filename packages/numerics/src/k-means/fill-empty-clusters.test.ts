import { expect, test } from "vitest";
import { toMatrix } from "../matrix.ts";
import { fillEmptyClusters } from "./fill-empty-clusters.ts";

const points = toMatrix([[0], [1], [9], [11], [20], [21]]);
const prepared = { points, largestSquare: 441 };

test("empty clusters get points that are far from centroids and from each other", () => {
  const labels = Int32Array.of(0, 0, 0, 0, 0, 0);
  const errors = Float32Array.of(0, 1, 81, 121, 400, 441);
  // 21 is farthest from 0; then 20 is next to it, and 11 is farthest from both.
  expect(fillEmptyClusters(prepared, toMatrix([[0], [0], [0]]), labels, errors)).toBe(2);
  expect([...labels]).toEqual([0, 0, 0, 2, 0, 1]);
});

test("the last point of a cluster stays", () => {
  const labels = Int32Array.of(0, 0, 0, 0, 0, 1);
  const errors = Float32Array.of(0, 1, 81, 121, 400, 900);
  expect(fillEmptyClusters(prepared, toMatrix([[0], [51], [7]]), labels, errors)).toBe(1);
  expect([...labels]).toEqual([0, 0, 0, 0, 2, 1]);
});

test("points on their centroids fill nothing", () => {
  const labels = new Int32Array(2);
  const equal = { points: toMatrix([[5], [5]]), largestSquare: 25 };
  expect(fillEmptyClusters(equal, toMatrix([[5], [5]]), labels, new Float32Array(2))).toBe(0);
  expect([...labels]).toEqual([0, 0]);
});
