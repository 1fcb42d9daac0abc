import { createRandom } from "@observatory/core";
import { expect, test } from "vitest";
import { halfOfAccount } from "../privacy/account-half.ts";
import { createMemberSample } from "./sample-members.ts";

const accounts = Array.from({ length: 500 }, (_, account) => `account ${account}`);

function draw(order: readonly string[], size = 40) {
  const sample = createMemberSample(size, 7);
  for (const account of order) sample.addAccount(account, [`first of ${account}`, `second of ${account}`]);
  return sample.members();
}

test("the sample does not depend on the order in which accounts come", () => {
  const shuffled = createRandom(1).shuffle(accounts);
  expect(draw(shuffled)).toEqual(draw(accounts));
});

test("an account is shown once, and each half of the accounts fills half of the sample", () => {
  const members = draw(accounts);
  const shown = members.map(({ text }) => text.replace(/^\w+ of /u, ""));
  expect(new Set(shown).size).toBe(40);
  expect(members.filter(({ half }) => half === 0)).toHaveLength(20);
  expect(members.map(({ half }) => half)).toEqual(shown.map((account) => halfOfAccount(account, 7)));
});

test("where one half is small the other fills the sample", () => {
  const few = accounts.filter((account) => halfOfAccount(account, 7) === 1).slice(0, 3);
  const many = accounts.filter((account) => halfOfAccount(account, 7) === 0);
  const members = draw([...few, ...many]);
  expect(members).toHaveLength(40);
  expect(members.filter(({ half }) => half === 1)).toHaveLength(3);
});
