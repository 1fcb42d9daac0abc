import { expect, test } from "vitest";
import { narrowBySums, type Range } from "./bound-table.ts";

const range = (low: number, high = low): Range => ({ low, high });

test("a hidden cell that a row and a column shut in is told", () => {
  // Two rows of 20 and 30; the second column sums to 26 and the first row shows 15 of it as its other cell.
  const hidden = range(0, Infinity);
  const cells = { a: range(15), b: hidden, c: range(0, Infinity), d: range(0, Infinity) };
  const sums = [
    { whole: range(20), parts: [cells.a, cells.b] },
    { whole: range(30), parts: [cells.c, cells.d] },
    { whole: range(26), parts: [cells.b, cells.d] },
  ];
  expect(narrowBySums(sums)).toBe(true);
  expect([hidden, cells.d, cells.c]).toEqual([range(5), range(21), range(9)]);
});

test("two hidden cells of a row that is known stay open between them", () => {
  const [one, other] = [range(0, Infinity), range(0, Infinity)];
  expect(narrowBySums([{ whole: range(12), parts: [one, other, range(4, 6)] }])).toBe(true);
  expect([one, other]).toEqual([range(0, 8), range(0, 8)]);
});

test("numbers that fit nothing are said to", () => {
  expect(narrowBySums([{ whole: range(5), parts: [range(6), range(0, 3)] }])).toBe(false);
});
