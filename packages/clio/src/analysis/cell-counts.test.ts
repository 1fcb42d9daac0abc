import fc from "fast-check";
import { expect, test } from "vitest";
import { createCellCounter, mixKeys, type CountedMember } from "./cell-counts.ts";

test("conversations are summed, an account counts once a cell, and equal members give equal keys", () => {
  const { add, counts } = createCellCounter(2, 2);
  add({ account: 1, rows: [0, 1], columns: [0], weight: 1000, key: 5, copies: -1, settled: true });
  add({ account: 1, rows: [0, 1], columns: [0, 1], weight: 500, key: 9, copies: -1, settled: true });
  add({ account: 2, rows: [0], columns: [0], weight: 1000, key: 2 ** 51, copies: -1, settled: true });
  expect([...counts.conversations]).toEqual([2500, 500, 1500, 500]);
  expect([...counts.accounts]).toEqual([2, 1, 1, 1]);
  expect([...counts.keys]).toEqual([2 ** 51 + 12, 9, 12, 9]);
});

test("keys do not depend on the order of members", () => {
  const key = fc.integer({ min: 0, max: 2 ** 52 - 1 });
  fc.assert(
    fc.property(fc.array(key, { minLength: 1 }), (keys) => {
      const total = (list: readonly number[]): number => list.reduce(mixKeys, 0);
      expect(total(keys)).toBe(total(keys.toReversed()));
      expect(total([...keys, ...keys])).toBe(0);
      expect(Number.isSafeInteger(total(keys))).toBe(true);
    }),
  );
});

test("accounts match those of a plain count of sets", () => {
  const member = fc.record({
    account: fc.integer({ min: 1, max: 4 }),
    row: fc.integer({ min: 0, max: 2 }),
    column: fc.integer({ min: 0, max: 2 }),
  });
  fc.assert(
    fc.property(fc.array(member), (members) => {
      const { add, counts } = createCellCounter(3, 3);
      const sets = Array.from({ length: 9 }, () => new Set<number>());
      for (const { account, row, column } of members.toSorted((a, b) => a.account - b.account)) {
        const counted: CountedMember = {
          account,
          rows: [row],
          columns: [column],
          weight: 1000,
          key: 1,
          copies: -1,
          settled: true,
        };
        add(counted);
        sets[row * 3 + column]?.add(account);
      }
      expect([...counts.accounts]).toEqual(sets.map((set) => set.size));
    }),
  );
});

const member = (account: number, copies: number, changes: Partial<CountedMember> = {}): CountedMember => ({
  account,
  rows: [0],
  columns: [0],
  weight: 1000,
  key: 1,
  copies,
  settled: true,
  ...changes,
});

test("copies count for one account in each cell, and toward sizes all the same", () => {
  const { add, counts } = createCellCounter(1, 2);
  add(member(1, 4, { columns: [0] }));
  add(member(2, 4, { columns: [0, 1] }));
  add(member(2, 5, { columns: [0] }));
  add(member(3, 5, { columns: [0] }));
  expect([...counts.accounts]).toEqual([3, 1]);
  expect([...counts.countedAccounts]).toEqual([2, 1]);
  expect([...counts.conversations]).toEqual([4000, 1000]);
});

test("of an account no more than its share counts toward the conversations, and of one without history nothing", () => {
  const { add, counts } = createCellCounter(1, 1, 2);
  for (let one = 0; one < 9; one++) add(member(1, -1));
  add(member(2, -1, { weight: 400 }));
  for (let one = 0; one < 9; one++) add(member(3, -1, { settled: false }));
  expect(counts.countedConversations[0]).toBe(2400);
  expect(counts.countedAccounts[0]).toBe(2);
  expect(counts.conversations[0]).toBe(18_400);
});

test("an account whose first conversations are copies of others' counts with all it has, once it counts", () => {
  const { add, counts } = createCellCounter(1, 1, 2);
  add(member(1, 8));
  add(member(2, 8));
  add(member(2, -1));
  expect(counts.countedConversations[0]).toBe(3000);
});
