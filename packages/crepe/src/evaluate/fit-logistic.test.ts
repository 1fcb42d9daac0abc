import { expect, test } from "vitest";
import { fitLogistic } from "./fit-logistic.ts";

test("finds the line through two shares", () => {
  const found = fitLogistic([
    { x: 1, rows: 100, hits: 25 },
    { x: 3, rows: 40, hits: 30 },
  ]);
  // Log odds of 1/4 and of 3/4.
  expect(found?.slope).toBeCloseTo(Math.log(3), 8);
  expect(found?.constant).toBeCloseTo(-2 * Math.log(3), 8);
});

test("finds none where none is best", () => {
  const at = (x: number, rows: number, hits: number) => ({ x, rows, hits });
  expect(fitLogistic([at(1, 5, 2)])).toBeNull();
  expect(fitLogistic([at(1, 5, 5), at(2, 5, 5)])).toBeNull();
  expect(fitLogistic([at(1, 50, 0), at(2, 50, 50)])).toBeNull();
});
