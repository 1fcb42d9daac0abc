import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adjustPValues, benjaminiHochberg } from "./benjamini-hochberg.ts";

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

describe("adjustPValues", () => {
  test("gives the values of a case worked by hand", () => {
    const adjusted = adjustPValues([0.04, 0.01, 0.03, 0.5]);
    [0.16 / 3, 0.04, 0.16 / 3, 0.5].forEach((value, i) => expect(adjusted[i]).toBeCloseTo(value, 12));
  });

  test("makes none smaller and keeps their order", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (values) => {
        const adjusted = adjustPValues(values);
        values.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p - 1e-12);
          values.forEach((q, j) => {
            if (p < q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 1);
          });
        });
      }),
    );
  });
});
