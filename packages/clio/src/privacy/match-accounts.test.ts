import fc from "fast-check";
import { expect, test } from "vitest";
import { createAccountMatcher } from "./match-accounts.ts";

const of = (...copies: readonly number[]) => copies.map((group) => ({ copies: group }));

test("a text that fifty accounts send counts once", () => {
  const matcher = createAccountMatcher();
  const counted = Array.from({ length: 50 }, () => matcher.take(of(7)));
  expect(counted.filter((one) => one !== null)).toHaveLength(1);
});

test("an account counts by what nobody else has before it takes a text that others need", () => {
  const matcher = createAccountMatcher();
  expect(matcher.take(of(1, -1))).toEqual({ copies: -1 });
  expect(matcher.take(of(1))).toEqual({ copies: 1 });
  expect(matcher.take(of(1))).toBeNull();
});

/** The largest matching, by augmenting paths. */
function countLargest(accounts: readonly (readonly number[])[]): number {
  const ownerOf = new Map<number, number>();
  const place = (account: number, seen: Set<number>): boolean =>
    (accounts[account] ?? []).some((group) => {
      if (seen.has(group)) return false;
      seen.add(group);
      const owner = ownerOf.get(group);
      if (owner !== undefined && !place(owner, seen)) return false;
      ownerOf.set(group, account);
      return true;
    });
  return accounts.filter((_, account) => place(account, new Set())).length;
}

test("at least half of the largest matching counts, and never more than it", () => {
  const groups = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(groups, { maxLength: 12 }), (accounts) => {
      const matcher = createAccountMatcher();
      const counted = accounts.filter((account) => matcher.take(of(...account)) !== null).length;
      const largest = countLargest(accounts);
      expect(counted).toBeLessThanOrEqual(largest);
      expect(2 * counted).toBeGreaterThanOrEqual(largest);
    }),
  );
});
