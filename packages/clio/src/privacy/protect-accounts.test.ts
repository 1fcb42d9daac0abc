import { createRandom, type Random } from "@observatory/core";
import { expect, test } from "vitest";
import { toAccountsTable } from "./accounts-table.ts";
import { boundSum } from "./attack-table.test.helper.ts";
import type { CellTable } from "./cell-table.ts";
import { protectCells, type ProtectOptions } from "./protect-cells.ts";
import { roundByKey } from "./round-by-key.ts";

const thresholds = { minConversations: 10, minAccounts: 5, roundTo: 2 };

/** Clusters of heavy users: accounts are what is scarce. Each account stands in one cell, which the attacker knows. */
function createTable(random: Random): CellTable {
  const parents = [-1, 0, 0, 0, 0];
  const columns = 3;
  const accounts = new Float64Array(parents.length * columns);
  const conversations = new Float64Array(accounts.length);
  for (let cell = accounts.length - 1; cell >= columns; cell--) {
    const by = random.next() < 0.4 ? 1 + random.integer(4) : 4 + random.integer(20);
    accounts[cell] = by;
    conversations[cell] = 1000 * (12 + 3 * by);
    const above = cell % columns;
    accounts[above] = (accounts[above] ?? 0) + by;
    conversations[above] = (conversations[above] ?? 0) + (conversations[cell] ?? 0);
  }
  return { parents: Int32Array.from(parents), columns, conversations, accounts };
}

/** How many hidden cells an attacker knows to be of fewer accounts than the threshold. */
function countBreaches(table: CellTable, salt: string, isOn: boolean): number {
  const publish = (held: number, cell: number): number => roundByKey(held, 2, `${salt} ${cell}`);
  const publishAccounts = (cell: number): number => publish(table.accounts[cell] ?? 0, cell);
  const options: ProtectOptions = {
    thresholds,
    mustShow: () => false,
    mayShow: () => true,
    publish: (cell) => publish((table.conversations[cell] ?? 0) / 1000, cell),
    ...(isOn ? { publishAccounts } : {}),
  };
  const { shown, shownGroups, isSafe } = protectCells(table, options);
  expect(isSafe).toBe(true);
  const known = {
    table: toAccountsTable(table),
    shown,
    shownGroups,
    published: publishAccounts,
    publishedGroup: () => 0,
    unit: 2,
  };
  return [...shown.keys()].filter(
    (cell) => shown[cell] === 0 && boundSum(known, [cell], "maximize") < thresholds.minAccounts - 1e-6,
  ).length;
}

test("no linear program bounds the accounts of a hidden cell under the threshold", () => {
  const random = createRandom("accounts");
  const breaches = { on: 0, off: 0 };
  for (let round = 0; round < 40; round++) {
    const table = createTable(random.fork(String(round)));
    breaches.on += countBreaches(table, String(round), true);
    breaches.off += countBreaches(table, String(round), false);
  }
  expect(breaches.on).toBe(0);
  expect(breaches.off).toBeGreaterThan(10);
});
