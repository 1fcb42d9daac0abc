import { createRandom, type Random } from "@observatory/core";
import { expect, test } from "vitest";
import type { CellTable } from "./cell-table.ts";
import { protectCells, type ProtectOptions } from "./protect-cells.ts";
import { roundByKey } from "./round-by-key.ts";
import { boundSum, type KnownTable } from "./attack-table.test.helper.ts";

const thresholds = { minConversations: 10, minAccounts: 5, roundTo: 5 };

interface Case {
  readonly table: CellTable;
  readonly options: ProtectOptions;
  readonly known: KnownTable;
  readonly hidden: () => number[];
}

/** Two levels of clusters, some withheld, by columns of which the last may not be shown; sizes such that much is near the thresholds. */
function createCase(random: Random, kind: "exclusive" | "several" | "halves", unit = 5): Case {
  const columns = 3 + random.integer(3);
  const parents = [-1];
  const withheld = new Set<number>();
  for (let family = 0; family < 2 + random.integer(2); family++) {
    const parent = parents.length;
    parents.push(0);
    const children = 2 + random.integer(2);
    for (let child = 0; child < children; child++) parents.push(parent);
    if (random.next() < 0.5) withheld.add(parents.length - 1);
  }
  const conversations = new Float64Array(parents.length * columns);
  const multiple = new Float64Array(parents.length);
  for (let row = parents.length - 1; row > 0; row--) {
    if (!parents.includes(row)) {
      let most = 0;
      for (let column = 0; column < columns; column++) {
        const held = random.next() < 0.3 ? random.integer(4) : random.integer(40);
        conversations[row * columns + column] = 1000 * held;
        most = Math.max(most, held);
      }
      const sum =
        [...conversations.subarray(row * columns, (row + 1) * columns)].reduce((a, b) => a + b, 0) / 1000;
      multiple[row] = Math.max(most, sum - random.integer(6), 10);
      // A family's remainder is never under the thresholds.
      if (sum < 10) conversations[row * columns] = (conversations[row * columns] ?? 0) + 10_000;
    }
    const parent = parents[row] ?? 0;
    multiple[parent] = (multiple[parent] ?? 0) + (multiple[row] ?? 0);
    for (let column = 0; column < columns; column++) {
      conversations[parent * columns + column] =
        (conversations[parent * columns + column] ?? 0) + (conversations[row * columns + column] ?? 0);
    }
  }
  const count = 2;
  const of = Int32Array.from({ length: columns }, (_, column) =>
    column === columns - 1 ? -1 : column < (columns - 1) / 2 ? 0 : 1,
  );
  const groupSums = new Float64Array(parents.length * count);
  conversations.forEach((held, cell) => {
    const group = of[cell % columns] ?? -1;
    if (group >= 0)
      groupSums[Math.floor(cell / columns) * count + group] =
        (groupSums[Math.floor(cell / columns) * count + group] ?? 0) + held;
  });
  const table: CellTable = {
    parents: Int32Array.from(parents),
    columns,
    conversations,
    accounts: conversations.map((held) => held / 1000),
    ...(kind === "several"
      ? {
          wholes: multiple.map(
            (held, row) =>
              1000 *
              Math.max(
                held,
                ...conversations.subarray(row * columns, (row + 1) * columns).map((c) => c / 1000),
              ),
          ),
        }
      : {}),
    ...(kind === "halves"
      ? { groups: { count, of, conversations: groupSums, accounts: groupSums.map((held) => held / 1000) } }
      : {}),
  };
  const salt = random.next();
  const publish = (cell: number): number =>
    roundByKey((conversations[cell] ?? 0) / 1000, unit, `${salt} ${cell}`);
  const publishGroup = (group: number): number =>
    roundByKey((groupSums[group] ?? 0) / 1000, unit, `${salt} group ${group}`);
  const options: ProtectOptions = {
    thresholds: { ...thresholds, roundTo: unit },
    mayShow: (row, column) => !withheld.has(row) && column < columns - 1,
    mustShow: () => false,
    mayShowGroups: (row) => !withheld.has(row),
    publish,
    ...(kind === "halves" ? { publishGroup } : {}),
  };
  const { shown, shownGroups } = protectCells(table, options);
  return {
    table,
    options,
    known: { table, shown, shownGroups, published: publish, publishedGroup: publishGroup, unit },
    hidden: () =>
      [...conversations.keys()].filter((cell) => shown[cell] === 0 && (conversations[cell] ?? 0) > 0),
  };
}

/** The hidden cells, groups and complements that hold somebody and that an attacker knows to be fewer than the threshold. */
function listBreaches({ table, known }: Case): string[] {
  const { columns, conversations, groups, wholes } = table;
  const breaches: string[] = [];
  for (let cell = 0; cell < conversations.length; cell++) {
    const held = conversations[cell] ?? 0;
    if (known.shown[cell] === 0 && held > 0) {
      const most = boundSum(known, [cell], "maximize");
      if (most < thresholds.minConversations - 1e-6) breaches.push(`cell ${cell}: at most ${most}`);
    }
    const outside = ((wholes?.[Math.floor(cell / columns)] ?? 0) - held) / 1000;
    if (wholes && outside > 0) {
      const most = outside + held / 1000 - boundSum(known, [cell], "minimize");
      if (most < thresholds.minConversations - 1e-6) breaches.push(`outside ${cell}: at most ${most}`);
    }
  }
  for (let group = 0; group < (groups?.conversations.length ?? 0); group++) {
    const row = Math.floor(group / (groups?.count ?? 1));
    if (known.shownGroups[row] === 1 || (groups?.conversations[group] ?? 0) === 0) continue;
    const cells = [...Array(columns).keys()]
      .filter((column) => groups?.of[column] === group % (groups?.count ?? 1))
      .map((column) => row * columns + column);
    const most = boundSum(known, cells, "maximize");
    if (most < thresholds.minConversations - 1e-6) breaches.push(`group ${group}: at most ${most}`);
  }
  return breaches;
}

function count(shown: ArrayLike<number>): number {
  return Array.from(shown).reduce((sum, one) => sum + one, 0);
}

/** The same case with what is under a threshold hidden and nothing else. */
function withoutComplements(given: Case): Case {
  const { table, options } = given;
  const shown = table.conversations.map((held, cell) =>
    options.mayShow(Math.floor(cell / table.columns), cell % table.columns) && held >= 10_000 ? 1 : 0,
  );
  return { ...given, known: { ...given.known, shown } };
}

for (const kind of ["exclusive", "several", "halves"] as const) {
  for (const unit of [2, 5]) {
    test(`no linear program bounds a hidden cell under the threshold: ${kind}, unit ${unit}`, () => {
      const random = createRandom(`${kind} ${unit}`);
      let shown = 0;
      let enough = 0;
      for (let round = 0; round < 40; round++) {
        const made = createCase(random.fork(String(round)), kind, unit);
        expect(listBreaches(made), `round ${round}`).toEqual([]);
        shown += count(made.known.shown);
        enough += count(withoutComplements(made).known.shown);
      }
      // Hiding everything would be safe too.
      expect(shown / enough).toBeGreaterThan(0.3);
    });
  }
}

test("where a number that is shown in any case gives another away, the table is told to be unsafe", () => {
  const table: CellTable = {
    parents: Int32Array.from([-1]),
    columns: 2,
    conversations: Float64Array.from([97_000, 3000]),
    accounts: Float64Array.from([97, 3]),
  };
  const options = {
    thresholds: { ...thresholds, roundTo: 2 },
    mayShow: () => false,
    mustShow: (_: number, column: number) => column === 0,
    publish: () => 98,
  };
  expect(protectCells(table, options).isSafe).toBe(false);
  expect(protectCells(table, { ...options, mustShow: () => false }).isSafe).toBe(true);
});

test("hiding only what is under a threshold would not do", () => {
  const random = createRandom("primary alone");
  const breaches = [...Array(20).keys()].map(
    (round) =>
      listBreaches(withoutComplements(createCase(random.fork(String(round)), "exclusive", 2))).length,
  );
  expect(breaches.filter((count) => count > 0).length).toBeGreaterThan(10);
});
