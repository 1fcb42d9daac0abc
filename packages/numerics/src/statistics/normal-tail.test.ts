import { expect, test } from "vitest";
import fc from "fast-check";
import { normalQuantile } from "./normal-quantile.ts";
import { normalTail } from "./normal-tail.ts";

// 1 - Phi(z) by mpmath with 30 digits.
test.each([
  [0, 0.5],
  [1, 0.15865525393145705],
  [1.959963984540054, 0.025],
  [2.5, 0.006209665325776132],
  [5, 2.8665157187919391e-7],
  [10, 7.61985302416053e-24],
  [-1, 0.8413447460685429],
])("the tail beyond %f is %f", (z, tail) => {
  expect(Math.abs(normalTail(z) / tail - 1)).toBeLessThan(1e-12);
});

test("it undoes the quantile", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 0.999, noNaN: true }), (p) => {
      expect(normalTail(normalQuantile(1 - p))).toBeCloseTo(p, 9);
    }),
  );
});

test("what is no number has no tail", () => {
  expect(() => normalTail(Number.NaN)).toThrow(RangeError);
});
