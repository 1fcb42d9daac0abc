import fc from "fast-check";
import { expect, test } from "vitest";
import { benjaminiHochberg } from "./benjamini-hochberg.ts";

// The example of the paper, section 3.2: of 15 tests four are rejected at 5 %.
const paper = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
];

test("the paper's example rejects four", () => {
  expect(benjaminiHochberg(paper, { rate: 0.05 }).filter(Boolean)).toHaveLength(4);
});

test("tests without a p-value count as tests", () => {
  expect(benjaminiHochberg(paper.slice(0, 4), { rate: 0.05, tests: 15 })).toEqual([true, true, true, true]);
  expect(benjaminiHochberg(paper.slice(0, 4), { rate: 0.05, tests: 100 })).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("a smaller p-value is never kept where a larger is rejected", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (p) => {
      const rejected = benjaminiHochberg(p, { rate: 0.05 });
      const most = Math.max(-1, ...p.filter((_, at) => rejected[at]));
      expect(rejected).toEqual(p.map((value) => value <= most));
    }),
  );
});

test("more p-values than tests are refused", () => {
  expect(() => benjaminiHochberg([0.1, 0.2], { rate: 0.05, tests: 1 })).toThrow(RangeError);
});
