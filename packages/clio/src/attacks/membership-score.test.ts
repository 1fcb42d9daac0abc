import { createRandom } from "@observatory/core";
import { expect, test } from "vitest";
import { scoreMembership } from "./membership-score.ts";

const guess = (account: number, score: number, isMember: boolean) => ({ account, score, isMember });

test("the area counts pairs in order, and ties for half", () => {
  // Members 3, 1, 2 against others 1, 0: five of six pairs in order, one tied pair for half.
  const guesses = [
    guess(0, 3, true),
    guess(1, 1, true),
    guess(2, 2, true),
    guess(3, 1, false),
    guess(4, 0, false),
  ];
  expect(scoreMembership(guesses, createRandom(1)).value).toBeCloseTo(5.5 / 6, 12);
});

test("what everybody scores alike tells nothing, and of members alone nothing can be told", () => {
  const alike = Array.from({ length: 20 }, (_, at) => guess(at, 1, at % 2 === 0));
  expect(scoreMembership(alike, createRandom(1))).toMatchObject({ value: 0.5, interval: [0.5, 0.5] });
  expect(scoreMembership([guess(0, 1, true)], createRandom(1))).toMatchObject({
    value: null,
    interval: null,
  });
});

test("the interval is that of accounts: the same guesses again make it no narrower", () => {
  const random = createRandom(4);
  const once = Array.from({ length: 200 }, (_, at) =>
    guess(at, random.next() + (at % 2) * 0.2, at % 2 === 1),
  );
  const widthOf = (guesses: typeof once): number => {
    const [low = 0, high = 0] = scoreMembership(guesses, createRandom(9)).interval ?? [];
    return high - low;
  };
  expect(widthOf([...once, ...once, ...once, ...once])).toBeCloseTo(widthOf(once), 6);
});
