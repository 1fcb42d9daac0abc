import { expect, it } from "vitest";
import { chooseRatioEnd } from "./ratio-range.ts";

const row = (ratio: number | null, interval: [number, number] | null = null) => ({ ratio, interval });

it("reaches as far as most ratios and intervals do, more or less alike", () => {
  expect(chooseRatioEnd([row(1.5), row(0.6)])).toBe(2);
  expect(chooseRatioEnd([row(1.5, [1.1, 3]), row(0.9)])).toBe(4);
  expect(chooseRatioEnd([row(0.15)])).toBe(8);
  expect(chooseRatioEnd([row(1000)])).toBe(16);
});

it("is not stretched by a single value, by nothing, or by zero", () => {
  expect(chooseRatioEnd([...Array.from({ length: 40 }, () => row(1.2)), row(500)])).toBe(2);
  expect(chooseRatioEnd([])).toBe(2);
  expect(chooseRatioEnd([row(null), row(0)])).toBe(2);
});
