import { expect, test } from "vitest";
import { toLevelSizes } from "./level-sizes.ts";

test("levels shrink by a constant ratio from the base to the top", () => {
  expect(toLevelSizes(1_000, 4)).toEqual([1_000, 271, 74, 20]);
});

test("without a wish, few clusters stay one level and many make three", () => {
  expect([8, 40, 150].map((base) => toLevelSizes(base))).toEqual([[8], [40, 11], [150, 55, 20]]);
});

test("more levels than the base can feed are refused with what to do", () => {
  expect(() => toLevelSizes(5, 6)).toThrow(/too few/);
  expect(() => toLevelSizes(5, 0)).toThrow(/0 levels/);
});
