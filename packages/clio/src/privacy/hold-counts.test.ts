import fc from "fast-check";
import { expect, test } from "vitest";
import type { CellCounts } from "../analysis/cell-counts.ts";
import { hasMoved, stepOf } from "./has-moved.ts";
import { holdCounts, type EarlierCells } from "./hold-counts.ts";

const names = { rows: ["", "a"], columns: ["everything", "red"] };
const toCounts = (cells: readonly (readonly [conversations: number, accounts: number])[]): CellCounts => ({
  rows: 2,
  columns: 2,
  conversations: Float64Array.from(cells, ([conversations]) => 1000 * conversations),
  accounts: Float64Array.from(cells, ([, accounts]) => accounts),
  keys: Float64Array.from(cells, (_, at) => 100 + at),
  countedConversations: Float64Array.from(cells, ([conversations]) => 1000 * conversations),
  countedAccounts: Float64Array.from(cells, ([, accounts]) => accounts),
});

function toEarlier(counts: CellCounts): EarlierCells {
  const cell = (at: number) => ({
    conversations: counts.conversations[at] ?? 0,
    accounts: counts.accounts[at] ?? 0,
    key: counts.keys[at] ?? 0,
    countedConversations: counts.countedConversations[at] ?? 0,
    countedAccounts: counts.countedAccounts[at] ?? 0,
  });
  const row = (at: number) => new Map(names.columns.map((column, index) => [column, cell(2 * at + index)]));
  return { columns: new Set(names.columns), rows: new Map(names.rows.map((name, at) => [name, row(at)])) };
}

test("what moved by less than k stays as it was, with its key, and what moved by twice as many does not", () => {
  const before = toCounts([
    [100, 80],
    [50, 40],
    [60, 50],
    [20, 15],
  ]);
  const now = {
    ...toCounts([
      [104, 84],
      [70, 60],
      [60, 50],
      [24, 40],
    ]),
    keys: Float64Array.from([1, 2, 3, 4]),
  };
  const { counts, held } = holdCounts(now, names, toEarlier(before), () => 5);
  expect([...held]).toEqual([1, 0, 1, 1]);
  expect([...counts.conversations]).toEqual([100_000, 70_000, 60_000, 20_000]);
  expect([...counts.accounts]).toEqual([80, 60, 50, 15]);
  expect([...counts.keys]).toEqual([100, 2, 102, 103]);
});

test("small steps that add up are seen", () => {
  let published = toCounts([
    [100, 100],
    [50, 50],
    [60, 60],
    [20, 20],
  ]);
  let changes = 0;
  for (let step = 1; step <= 12; step++) {
    const now = toCounts([
      [100 + 2 * step, 100 + 2 * step],
      [50, 50],
      [60, 60],
      [20, 20],
    ]);
    const { counts } = holdCounts(now, names, toEarlier(published), () => 5);
    if (counts.conversations[0] !== published.conversations[0]) changes++;
    published = counts;
  }
  expect(changes).toBeGreaterThanOrEqual(2);
  expect(changes).toBeLessThanOrEqual(4);
});

test("a row or column that was not there is not held, and a first release holds nothing", () => {
  const now = toCounts([
    [100, 80],
    [3, 3],
    [60, 50],
    [2, 2],
  ]);
  expect(holdCounts(now, names, null, () => 5).counts).toBe(now);
  const without = { columns: new Set(["everything"]), rows: new Map([["", new Map()]]) };
  expect([...holdCounts(now, names, without, () => 5).held]).toEqual([0, 0, 0, 0]);
});

test("one account more decides whether a number is published anew in one case of k", () => {
  const k = 10;
  const keys = Array.from({ length: 4000 }, (_, at) => String(at));
  const count = (held: number) => ({ conversations: held, accounts: held });
  const seen = (held: number): number =>
    keys.filter((key) => hasMoved(count(100), count(held), key, k)).length / keys.length;
  expect(seen(109)).toBe(0);
  expect(seen(119)).toBe(1);
  for (let more = 109; more < 119; more++)
    expect(Math.abs(seen(more + 1) - seen(more) - 1 / k)).toBeLessThan(0.02);
});

test("a step is k to less than 2k", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 300 }), (key, k) => {
      expect(stepOf(key, k)).toBeGreaterThanOrEqual(k);
      expect(stepOf(key, k)).toBeLessThan(2 * k);
    }),
  );
});
