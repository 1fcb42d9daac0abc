import { createRandom } from "@observatory/core";
import { expect, test } from "vitest";
import { createAccountNumbers } from "./account-numbers.ts";

const pairs = Array.from({ length: 900 }, (_, at) => [`account ${at % 90}`, `c${at}`, at] as const);

function sample(limit: number, given: readonly (readonly [string, string, number])[]): number[] {
  const numbers = createAccountNumbers(limit);
  for (const [account, id, value] of given) numbers.add(account, id, value);
  return numbers.list().toSorted((a, b) => a - b);
}

test("an account has one number, however many conversations", () => {
  const heavy = Array.from({ length: 5000 }, (_, at) => ["heavy", `h${at}`, 1_000_000] as const);
  const numbers = sample(1000, [...heavy, ...pairs]);
  expect(numbers).toHaveLength(91);
  expect(numbers.filter((value) => value === 1_000_000)).toHaveLength(1);
});

test("the sample does not depend on the order, and is no larger than its limit", () => {
  const shuffled = createRandom(3).shuffle([...pairs]);
  expect(sample(20, shuffled)).toEqual(sample(20, pairs));
  expect(sample(20, pairs)).toHaveLength(20);
});
