import * as fc from "fast-check";
import { expect, test } from "vitest";
import { wilsonInterval } from "./wilson-interval.ts";

test("2 of 10 by hand", () => {
  // z = 1.96, z^2 / n = 0.384: middle 0.392 / 1.384, half width sqrt(0.0615 + 0.0369) / 1.384.
  const [low, high] = wilsonInterval(2, 10) ?? [0, 0];
  expect(low).toBeCloseTo(0.0567, 4);
  expect(high).toBeCloseTo(0.5098, 4);
});

test("no successes and nothing but successes reach the ends", () => {
  expect(wilsonInterval(0, 20)?.[0]).toBe(0);
  expect(wilsonInterval(0, 20)?.[1]).toBeCloseTo(0.1611, 4);
  expect(wilsonInterval(20, 20)?.[1]).toBe(1);
});

test("no trials have no interval, and impossible counts are refused", () => {
  expect(wilsonInterval(0, 0)).toBeNull();
  expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
});

test("the interval holds the share, and more confidence makes it wider", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (trials, part) => {
        const successes = Math.floor(part * trials);
        const [low, high] = wilsonInterval(successes, trials) ?? [1, 0];
        const wide = wilsonInterval(successes, trials, { confidence: 0.99 }) ?? [1, 0];
        expect(low <= successes / trials && successes / trials <= high).toBe(true);
        expect(wide[0] <= low && high <= wide[1]).toBe(true);
      },
    ),
  );
});
