import fc from "fast-check";
import { expect, test } from "vitest";
import { roundByKey } from "./round-by-key.ts";

test("the same count with the same key is always rounded the same way", () => {
  expect(roundByKey(12, 5, "members")).toBe(roundByKey(12, 5, "members"));
});

test("a count is less than one unit off, and a multiple of the unit stays", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100_000 }),
      fc.integer({ min: 2, max: 20 }),
      fc.string(),
      (count, unit, key) => {
        const rounded = roundByKey(count, unit, key);
        expect(rounded % unit).toBe(0);
        expect(Math.abs(rounded - count)).toBeLessThan(unit);
        expect(roundByKey(count * unit, unit, key)).toBe(count * unit);
      },
    ),
  );
});

test("counts with the same key keep their order", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 0, max: 500 }),
      fc.string(),
      (a, b, key) => {
        expect(roundByKey(Math.min(a, b), 5, key)).toBeLessThanOrEqual(roundByKey(Math.max(a, b), 5, key));
      },
    ),
  );
});

test("over many keys the mean is right", () => {
  const keys = Array.from({ length: 5000 }, (_, at) => String(at));
  for (const count of [11, 12.5, 14]) {
    const mean = keys.reduce((sum, key) => sum + roundByKey(count, 5, key), 0) / keys.length;
    expect(Math.abs(mean - count)).toBeLessThan(0.15);
  }
});
