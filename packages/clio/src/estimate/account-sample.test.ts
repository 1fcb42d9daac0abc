import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createAccountSample } from "./account-sample.ts";

const accounts = fc.array(
  fc.integer({ min: 0, max: 60 }).map((number) => `account ${number}`),
  {
    maxLength: 300,
  },
);

test("accounts are whole or absent, and the sample is no larger than its limit", () => {
  fc.assert(
    fc.property(accounts, fc.integer({ min: 20, max: 400 }), (given, limit) => {
      const sample = createAccountSample<string>(limit, 1);
      for (const account of given) sample.add(account, account);
      const kept = sample.items();
      for (const account of new Set(kept)) {
        expect(kept.filter((one) => one === account)).toHaveLength(
          given.filter((one) => one === account).length,
        );
      }
      if (new Set(kept).size > 1) expect(kept.length).toBeLessThanOrEqual(limit);
      expect(kept.length > 0).toBe(given.length > 0);
    }),
    { seed: 5, numRuns: 60 },
  );
});

test("the order in which they come does not matter", () => {
  const given = Array.from({ length: 400 }, (_, i) => `account ${i % 70}`);
  const keptOf = (list: readonly string[]): readonly string[] => {
    const sample = createAccountSample<string>(100, 3);
    for (const account of list) sample.add(account, account);
    return sample.items().toSorted();
  };
  expect(keptOf(given.toReversed())).toEqual(keptOf(given));
});
