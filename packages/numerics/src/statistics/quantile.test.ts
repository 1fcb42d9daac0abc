import { expect, test } from "vitest";
import { quantile } from "./quantile.ts";

test("quantiles lie between order statistics, whatever the order given", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([4, 1, 3, 2], 0.1)).toBeCloseTo(1.3, 12);
  expect(quantile([4, 1, 3, 2], 0)).toBe(1);
  expect(quantile([4, 1, 3, 2], 1)).toBe(4);
  expect(quantile(Float32Array.of(7), 0.3)).toBe(7);
});

test("no numbers have no quantile, and a probability must be one", () => {
  expect(quantile([], 0.5)).toBeNull();
  expect(() => quantile([1], 1.5)).toThrow(RangeError);
  expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
});
