import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "./random.ts";

test("the same seed gives the same numbers, another seed others", () => {
  const draw = (seed: number) => Array.from({ length: 5 }, createRandom(seed).next);
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test("a fork depends on its label and not on what was drawn before", () => {
  const one = createRandom(1);
  one.next();
  expect(one.fork("a").next()).toBe(createRandom(1).fork("a").next());
  expect(one.fork("a").next()).not.toBe(one.fork("b").next());
});

test("uniform numbers have the mean and spread of the uniform distribution", () => {
  const random = createRandom(3);
  const values = Array.from({ length: 100_000 }, random.next);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  expect(mean).toBeCloseTo(0.5, 2);
  expect(variance).toBeCloseTo(1 / 12, 2);
});

test("normal numbers have mean 0 and variance 1", () => {
  const random = createRandom(4);
  const values = Array.from({ length: 100_000 }, random.normal);
  expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0, 1);
  expect(values.reduce((sum, value) => sum + value ** 2, 0) / values.length).toBeCloseTo(1, 1);
});

test("a shuffle keeps every item", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
      expect(sorted(createRandom(seed).shuffle(items))).toEqual(sorted(items));
    }),
  );
});

test("picking from an empty list is an error", () => {
  expect(() => createRandom(1).pick([])).toThrow(RangeError);
});

function sorted(numbers: readonly number[]): number[] {
  return numbers.toSorted((a, b) => a - b);
}
