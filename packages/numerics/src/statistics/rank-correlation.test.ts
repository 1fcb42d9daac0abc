import * as fc from "fast-check";
import { expect, test } from "vitest";
import { rankCorrelation } from "./rank-correlation.ts";

test("five pairs with a tie by hand", () => {
  // Ranks 1 2.5 2.5 4 5 and 2 1 3 5 4, less 3: products 2 + 1 + 0 + 2 + 2 = 7, squares 9.5 and 10.
  expect(rankCorrelation([1, 2, 2, 3, 9], [20, 10, 30, 50, 40])).toBeCloseTo(7 / Math.sqrt(95), 12);
});

test("the same order gives 1, the reverse -1", () => {
  expect(rankCorrelation([1, 5, 7], [2, 3, 100])).toBeCloseTo(1, 12);
  expect(rankCorrelation([1, 5, 7], [3, 2, 1])).toBeCloseTo(-1, 12);
});

test("a list that does not vary has none, and neither have fewer than two pairs", () => {
  expect(rankCorrelation([5, 5, 5], [1, 2, 3])).toBeNull();
  expect(rankCorrelation([1], [1])).toBeNull();
  expect(rankCorrelation([], [])).toBeNull();
  expect(() => rankCorrelation([1], [])).toThrow(RangeError);
});

test("it lies between -1 and 1, and any rising function of the values leaves it", () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })));
  fc.assert(
    fc.property(pairs, (pairs) => {
      const left = pairs.map(([a]) => a);
      const right = pairs.map(([, b]) => b);
      const value = rankCorrelation(left, right);
      if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-12);
      expect(
        rankCorrelation(
          left.map((a) => a ** 3),
          right,
        ),
      ).toEqual(value);
    }),
  );
});
