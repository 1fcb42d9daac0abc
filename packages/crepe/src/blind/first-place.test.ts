import { expect, test } from "vitest";
import { firstPlaceShare, toStanding } from "./first-place.ts";

test("ties are split and rounding is a tie", () => {
  expect(toStanding([1, 0, 1 + 1e-12, 0.5])).toEqual({ above: 0, tied: 1 });
  expect(firstPlaceShare(toStanding([1, 0, 1 + 1e-12, 0.5]))).toBe(0.5);
  expect(firstPlaceShare(toStanding([1, 2, 1]))).toBe(0);
  expect(firstPlaceShare(toStanding([3]))).toBe(1);
});
