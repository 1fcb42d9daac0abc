import { expect, test } from "vitest";
import { describePlaces } from "./chat-report.ts";

const answers = (counts: readonly number[]) =>
  counts.flatMap((count, place) => Array.from({ length: count }, () => ({ place, length: counts.length })));

test("places that are named as often as chance would have no bias", () => {
  expect(describePlaces(answers([20, 20, 20]))).toEqual({
    places: Array.from({ length: 3 }, () => ({
      share: expect.closeTo(1 / 3, 12),
      expected: expect.closeTo(1 / 3, 12),
    })),
    bias: {
      distance: expect.closeTo(0, 12),
      chiSquare: expect.closeTo(0, 12),
      degrees: 2,
      p: expect.closeTo(1, 2),
    },
  });
});

test("the probability of a bias by chance is that of Pearson's test", () => {
  // 24, 20 and 16 of 60: chi-square 1.6, of which exp(-0.8) lies above with two degrees of freedom.
  const { bias } = describePlaces(answers([24, 20, 16]));
  expect(bias).toMatchObject({ chiSquare: expect.closeTo(1.6, 12), degrees: 2 });
  expect(bias?.p).toBeCloseTo(Math.exp(-0.8), 2);
  expect(describePlaces(answers([60, 0, 0])).bias?.p).toBeLessThan(1e-12);
});

test("a list of two and one of four expect more of the first places", () => {
  const mixed = [
    { place: 0, length: 2 },
    { place: 3, length: 4 },
  ];
  expect(describePlaces(mixed).places?.map(({ expected }) => expected)).toEqual([0.375, 0.375, 0.125, 0.125]);
});

test("without answers nothing is said of places", () => {
  expect(describePlaces([])).toEqual({ places: [], bias: null });
});
