import { createRandom } from "@observatory/core";
import { expect, test } from "vitest";
import { createMatrix, type Matrix } from "../matrix.ts";
import { readClusteringGolden } from "../testing/clustering-golden.ts";
import { meanSilhouette } from "./mean-silhouette.ts";

const random = createRandom(1);

test("the silhouette of all points equals scikit-learn's", () => {
  const { points, labels, mean } = readClusteringGolden().silhouette;
  expect(meanSilhouette(toMatrix(points), labels, { random })).toBeCloseTo(mean, 9);
});

test("two pairs by hand", () => {
  // Every point: 1 inside, 10 and 11 or 9 and 10 outside.
  const value = meanSilhouette(toMatrix([[0], [1], [10], [11]]), ["a", "a", "b", "b"], { random });
  expect(value).toBeCloseTo((1 - 1 / 10.5 + (1 - 1 / 9.5)) / 2, 12);
});

test("a sample is close to the whole", () => {
  const points = createMatrix(3000, 2);
  const labels = Array.from({ length: 3000 }, (_, i) => i % 3);
  labels.forEach((label, i) => points.data.set([label * 5 + random.normal(), random.normal()], i * 2));
  const whole = meanSilhouette(points, labels, { random, sample: 3000 });
  expect(meanSilhouette(points, labels, { random, sample: 500 })).toBeCloseTo(whole ?? 0, 1);
});

test("one cluster and no points have no silhouette; equal points have none to speak of", () => {
  expect(meanSilhouette(createMatrix(3, 2), [1, 1, 1], { random })).toBeNull();
  expect(meanSilhouette(createMatrix(0, 2), [], { random })).toBeNull();
  expect(meanSilhouette(createMatrix(4, 2), [1, 1, 2, 2], { random })).toBe(0);
  expect(() => meanSilhouette(createMatrix(4, 2), [1], { random })).toThrow(RangeError);
});

function toMatrix(points: readonly (readonly number[])[]): Matrix {
  const matrix = createMatrix(points.length, points[0]?.length ?? 0);
  matrix.data.set(points.flat());
  return matrix;
}
