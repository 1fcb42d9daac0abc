import fc from "fast-check";
import { expect, test } from "vitest";
import { apportion, roundToUnit } from "./round-tree.ts";

test("a whole of 30 in fives splits 14 : 11 : 4 into 15, 10 and 5", () => {
  expect(roundToUnit(29, 5)).toBe(30);
  expect(apportion([14, 11, 4], 30, 5)).toEqual([15, 10, 5]);
});

test("parts sum to the whole and each stays within a unit of its share", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }),
      fc.constantFrom(2, 5, 10),
      (parts, unit) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        fc.pre(total > 0);
        const whole = roundToUnit(total, unit);
        const rounded = apportion(parts, whole, unit);
        expect(rounded.reduce((sum, part) => sum + part, 0)).toBe(whole);
        rounded.forEach((part, index) => {
          expect(part % unit).toBe(0);
          expect(Math.abs(part - ((parts[index] ?? 0) / total) * whole)).toBeLessThanOrEqual(unit);
        });
      },
    ),
  );
});

test("nothing splits into nothing", () => {
  expect(apportion([0, 0], 0, 5)).toEqual([0, 0]);
});

test("a part of a unit and more does not vanish where another has something to give", () => {
  expect(apportion([100, 2, 2, 2, 2], 104, 2)).toEqual([96, 2, 2, 2, 2]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 2, max: 40 }), { minLength: 1, maxLength: 8 }), (parts) => {
      const total = parts.reduce((sum, part) => sum + part, 0);
      const whole = 2 * Math.round(total / 2);
      const split = apportion(parts, whole, 2);
      expect(split.reduce((sum, part) => sum + part, 0)).toBe(whole);
      expect(split.every((part) => part > 0)).toBe(true);
    }),
  );
});
