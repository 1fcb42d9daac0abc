import fc from "fast-check";
import { expect, test } from "vitest";
import { believeTests } from "./believe-tests.ts";

test("a case by hand: the fourth smallest of five holds, and with it those before", () => {
  // 5 % times rank / 5: 0.01, 0.02, 0.03, 0.04, 0.05
  expect(believeTests([0.039, 0.2, 0.001, 0.025, 0.035], 0.05)).toEqual([true, false, true, true, true]);
  expect(believeTests([0.021, 0.2, 0.011, 0.031, 0.041], 0.05)).toEqual([false, false, false, false, false]);
  expect(believeTests([], 0.05)).toEqual([]);
});

test("who is believed has a smaller p value than who is not, and a stricter rate believes no more", () => {
  const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 });
  fc.assert(
    fc.property(pValues, (values) => {
      const believed = believeTests(values, 0.05);
      const of = (wanted: boolean): number[] => values.filter((_, test) => believed[test] === wanted);
      expect(Math.max(-1, ...of(true))).toBeLessThanOrEqual(Math.min(2, ...of(false)));
      believeTests(values, 0.01).forEach((strict, test) => expect(!strict || believed[test]).toBe(true));
    }),
  );
});
