import { createRandom, type Random } from "@observatory/core";
import { solve, type Constraint } from "yalps";
import { expect, test } from "vitest";
import type { CellTable } from "./cell-table.ts";
import { hasMoved } from "./has-moved.ts";
import { protectCells, type ProtectedCells } from "./protect-cells.ts";
import { roundByKey } from "./round-by-key.ts";

const unit = 2;
const thresholds = { minConversations: 10, minAccounts: 5, roundTo: unit };
const columns = 4;

/** A table in two releases; the later has all that the earlier has and more, which the attacker knows. */
interface Pair {
  readonly tables: readonly [CellTable, CellTable];
  readonly published: readonly [Float64Array, Float64Array];
  readonly results: readonly [ProtectedCells, ProtectedCells];
}

/** Two families of clusters of which some are withheld; all that changes is a few cells. */
function createPair(random: Random, isJoint: boolean): Pair {
  const parents = [-1, 0, 0, 1, 1, 1, 2, 2];
  const isLeaf = (row: number): boolean => !parents.includes(row);
  const withheld = new Set([5, 7].filter(() => random.next() < 0.5));
  const size = parents.length * columns;
  const make = (draw: (cell: number) => number): Float64Array => {
    const held = new Float64Array(size);
    for (let cell = size - 1; cell >= 0; cell--) {
      const row = Math.floor(cell / columns);
      if (isLeaf(row)) held[cell] = (held[cell] ?? 0) + 1000 * draw(cell);
      const parent = parents[row] ?? -1;
      const above = parent * columns + (cell % columns);
      if (parent >= 0) held[above] = (held[above] ?? 0) + (held[cell] ?? 0);
    }
    return held;
  };
  // No row holds fewer than may be known of it.
  const first = make((cell) =>
    cell % columns === 0
      ? 6 + random.integer(20)
      : random.next() < 0.35
        ? 1 + random.integer(4)
        : 2 + random.integer(30),
  );
  const more = make(() => (random.next() < 0.6 ? 0 : random.integer(random.next() < 0.5 ? 4 : 20)));
  const second = first.map((held, cell) => held + (more[cell] ?? 0));
  const toTable = (conversations: Float64Array): CellTable => ({
    parents: Int32Array.from(parents),
    columns,
    conversations,
    accounts: conversations.map((held) => held / 1000),
  });
  const keyOf = (release: number, cell: number): string => `${random.integer(1e9)} ${release} ${cell}`;
  const keys = [...Array(size).keys()].map((cell) => keyOf(1, cell));
  const count = (held: number) => ({ conversations: held / 1000, accounts: held / 1000 });
  const hasStayed = (cell: number): boolean =>
    !hasMoved(count(first[cell] ?? 0), count(second[cell] ?? 0), keys[cell] ?? "", thresholds.minAccounts);
  const round = (held: number, key: string): number => roundByKey(held / 1000, unit, key);
  const p1 = first.map((held, cell) => round(held, keys[cell] ?? ""));
  const p2 = second.map((held, cell) => (hasStayed(cell) ? (p1[cell] ?? 0) : round(held, keyOf(2, cell))));
  const mayShow = (row: number): boolean => !withheld.has(row);
  const options = { thresholds, mayShow, mustShow: () => false };
  const r1 = protectCells(toTable(first), { ...options, publish: (cell) => p1[cell] ?? 0 });
  const r2 = protectCells(toTable(second), {
    ...options,
    mayShow: (row, column) => {
      const cell = row * columns + column;
      return mayShow(row) && !(hasStayed(cell) && (first[cell] ?? 0) < thresholds.minConversations * 1000);
    },
    publish: (cell) => p2[cell] ?? 0,
    earlier: isJoint ? r1.bounds : undefined,
  });
  return { tables: [toTable(first), toTable(second)], published: [p1, p2], results: [r1, r2] };
}

/** The most that a cell can hold in one of the releases, for who has both, every row's exact size, and knows that nothing went. */
function mostIn({ tables, published, results }: Pair, release: 0 | 1, wanted: number): number {
  const parents = [...tables[0].parents];
  const variables: Record<string, Record<string, number>> = {};
  const constraints: Record<string, Constraint> = {};
  for (const which of [0, 1] as const) {
    results[which].shown.forEach((shown, cell) => {
      const p = published[which][cell] ?? 0;
      const held = (tables[which].conversations[cell] ?? 0) / 1000;
      // A count that stayed may have moved by less than the attacker takes for sure.
      if (shown === 1) {
        constraints[`${which} ${cell}`] = {
          min: Math.min(held, p - unit + 1),
          max: Math.max(held, p + unit - 1),
        };
      }
    });
  }
  parents.forEach((_, leaf) => {
    if (parents.includes(leaf)) return;
    const sums = [0, 0];
    for (let column = 0; column < columns; column++) {
      for (const part of [0, 1] as const) {
        const variable: Record<string, number> = { [`row ${part} ${leaf}`]: 1 };
        for (let row = leaf; row >= 0; row = parents[row] ?? -1) {
          const cell = row * columns + column;
          // What came is in the later release alone.
          for (const which of part === 0 ? [0, 1] : [1]) variable[`${which} ${cell}`] = 1;
          if (cell === wanted && (part === 0 || release === 1)) variable["goal"] = 1;
        }
        variables[`${part} ${leaf} ${column}`] = variable;
      }
      const cell = leaf * columns + column;
      const before = (tables[0].conversations[cell] ?? 0) / 1000;
      sums[0] = (sums[0] ?? 0) + before;
      sums[1] = (sums[1] ?? 0) + (tables[1].conversations[cell] ?? 0) / 1000 - before;
    }
    sums.forEach((sum, part) => (constraints[`row ${part} ${leaf}`] = { equal: sum }));
  });
  const { status, result } = solve({ direction: "maximize", objective: "goal", constraints, variables });
  if (status === "unbounded") return Infinity;
  if (status !== "optimal") throw new Error(`the attacker's program is ${status}`);
  return result;
}

function countBreaches(pair: Pair): number {
  let breaches = 0;
  for (const release of [0, 1] as const) {
    pair.results[release].shown.forEach((shown, cell) => {
      // A cell that held nobody before can be bounded by who knows how its row grew, whatever is shown.
      if (shown === 1 || pair.tables.some(({ conversations }) => conversations[cell] === 0)) return;
      if (mostIn(pair, release, cell) < thresholds.minConversations - 1e-6) breaches++;
    });
  }
  return breaches;
}

const rounds = 40;

test("no linear program over two releases bounds what either hides under the threshold", () => {
  const random = createRandom("two releases");
  let shown = 0;
  let all = 0;
  for (let round = 0; round < rounds; round++) {
    const pair = createPair(random.fork(String(round)), true);
    expect(pair.results[1].isSafe).toBe(true);
    expect(countBreaches(pair), `round ${round}`).toBe(0);
    shown += pair.results[1].shown.reduce((sum, one) => sum + one, 0);
    all += pair.results[0].shown.reduce((sum, one) => sum + one, 0);
  }
  // Hiding everything would be safe too.
  expect(shown / all).toBeGreaterThan(0.5);
});

test("each release protected by itself would not do", () => {
  const random = createRandom("two releases");
  const breached = [...Array(rounds).keys()].filter(
    (round) => countBreaches(createPair(random.fork(String(round)), false)) > 0,
  );
  expect(breached.length).toBeGreaterThan(3);
});

test("a number is published anew only where it moved by at least k", () => {
  const random = createRandom("steps");
  let changed = 0;
  for (let round = 0; round < rounds; round++) {
    const { tables, published, results } = createPair(random.fork(String(round)), true);
    published[0].forEach((p, cell) => {
      if (results[0].shown[cell] !== 1 || results[1].shown[cell] !== 1 || p === published[1][cell]) return;
      changed++;
      const moved = ((tables[1].conversations[cell] ?? 0) - (tables[0].conversations[cell] ?? 0)) / 1000;
      expect(moved).toBeGreaterThanOrEqual(thresholds.minAccounts);
    });
  }
  expect(changed).toBeGreaterThan(10);
});
