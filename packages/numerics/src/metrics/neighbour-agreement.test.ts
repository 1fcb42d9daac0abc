import { createRandom } from "@observatory/core";
import { expect, test } from "vitest";
import { createMatrix } from "../matrix.ts";
import { neighbourAgreement, neighbourOverlap } from "./neighbour-agreement.ts";

const random = createRandom(1);

test("four points on a line by hand", () => {
  const points = createMatrix(4, 1);
  points.data.set([0, 1, 3, 10]);
  // Nearest: 0 -> 1, 1 -> 0, 3 -> 1, 10 -> 3. Of the six pairs of points two are alike.
  expect(neighbourAgreement(points, ["a", "a", "b", "b"], { random, neighbours: 1 })).toEqual({
    value: 3 / 4,
    chance: 1 / 3,
  });
});

test("labels unrelated to the points agree by chance, and unrelated points share neighbours by chance", () => {
  const [first, second] = [createMatrix(600, 3), createMatrix(600, 3)];
  for (const { data } of [first, second]) data.forEach((_, i) => (data[i] = random.normal()));
  const labels = Array.from({ length: 600 }, () => random.integer(4));
  const { value, chance } = neighbourAgreement(first, labels, { random }) ?? { value: 1, chance: 0 };
  expect(Math.abs(value - chance)).toBeLessThan(0.03);
  expect(neighbourOverlap(first, second, { random })).toBeCloseTo(10 / 600, 1);
  expect(neighbourOverlap(first, first, { random, sample: 100 })).toBe(1);
});

test("fewer than two points have no neighbours", () => {
  expect(neighbourAgreement(createMatrix(1, 2), [1], { random })).toBeNull();
  expect(neighbourOverlap(createMatrix(0, 2), createMatrix(0, 2), { random })).toBeNull();
});
