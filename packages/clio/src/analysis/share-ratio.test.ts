import { expect, test } from "vitest";
import { shareRatio } from "./share-ratio.ts";

const share = (conversations: number, accounts: number, roundTo = 1) => ({
  conversations,
  accounts,
  totals: { conversations: 10_000, accounts: 5_000 },
  roundTo,
});

test("a case by hand: one conversation an account is binomial", () => {
  const ratio = shareRatio(share(100, 100, 0), share(300, 300, 0));
  expect(ratio?.log).toBeCloseTo(Math.log(3), 12);
  expect((ratio?.standardError ?? 0) ** 2).toBeCloseTo(1 / 100 - 1 / 5000 + 1 / 300 - 1 / 5000, 12);
});

test("fewer accounts for the same conversations, and coarser counts, make it less sure", () => {
  const errorOf = (accounts: number, roundTo: number): number =>
    shareRatio(share(100, accounts, roundTo), share(100, 100))?.standardError ?? 0;
  expect(errorOf(20, 1)).toBeGreaterThan(2 * errorOf(100, 1));
  expect(errorOf(100, 10)).toBeGreaterThan(errorOf(100, 1));
});

test("nothing to compare with is no ratio", () => {
  expect(shareRatio(share(0, 0), share(100, 100))).toBeNull();
  expect(shareRatio(share(100, 100), share(0, 0))).toBeNull();
  const empty = { ...share(0, 0), totals: { conversations: 0, accounts: 0 } };
  expect(shareRatio(empty, empty)).toBeNull();
});
