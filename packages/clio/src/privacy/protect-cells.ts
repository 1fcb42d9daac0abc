import { createCellFlow, type Attempt, type Bounds, type Hideable } from "./cell-flow.ts";
import type { CellTable } from "./cell-table.ts";
import type { Thresholds } from "./thresholds.ts";

export interface ProtectOptions {
  readonly thresholds: Thresholds;
  /** Whether a cell may be shown if it holds enough. */
  readonly mayShow: (row: number, column: number) => boolean;
  /** Whether a cell is shown in any case; the caller vouches for it. */
  readonly mustShow: (row: number, column: number) => boolean;
  /** Whether the groups of a row may be shown. */
  readonly mayShowGroups?: (row: number) => boolean;
  /** What a cell would be published as. */
  readonly publish: (cell: number) => number;
  readonly publishGroup?: (group: number) => number;
}

export interface ProtectedCells {
  readonly shown: Uint8Array;
  /** By row: whether all its groups are shown. */
  readonly shownGroups: Uint8Array;
  /** False where cells that are shown in any case give a hidden one away; then nothing of the table may be shown. */
  readonly isSafe: boolean;
  /** Of what might be shown and holds somebody: too few, or hidden to protect another. */
  readonly withheld: { readonly belowThreshold: number; readonly complementary: number };
}

/**
 * Decides which cells of a table may be shown.
 *
 * Hidden are cells under a threshold, and as many more as it takes so that nobody who knows each row's whole exactly, and of
 * each shown cell what it is published as, can tell of any hidden cell that holds somebody that it holds
 * fewer than `minConversations`. That includes what is left of a row or a column, what is withheld of a family, and
 * where a conversation may stand in several columns, those that stand outside one. A shown count `p` may be
 * anything between `p - unit` and `p + unit`; that is counted on. Each hidden cell is tried in a flow; where shown numbers
 * shut it in, the smallest of those is hidden too, which only lets others go further, so it ends.
 */
export function protectCells(table: CellTable, options: ProtectOptions): ProtectedCells {
  const { thresholds } = options;
  const { columns, conversations, accounts, groups } = table;
  const rows = table.parents.length;
  const wanted = thresholds.minConversations * 1000;
  const isEnough = (held: number, by: number): boolean => held >= wanted && by >= thresholds.minAccounts;

  const mostIn = (cell: number): number =>
    Math.max(table.wholes?.[Math.floor(cell / columns)] ?? Infinity, conversations[cell] ?? 0);

  const shown = new Uint8Array(rows * columns);
  const forced = new Uint8Array(rows * columns);
  const cellBounds = unbounded(rows * columns);
  let below = 0;
  shown.forEach((_, cell) => {
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    const held = conversations[cell] ?? 0;
    widen(cellBounds, cell, mostIn(cell));
    const must = options.mustShow(row, column);
    const may = must || options.mayShow(row, column);
    if (must) forced[cell] = 1;
    if (must || (may && isEnough(held, accounts[cell] ?? 0))) {
      shown[cell] = 1;
      narrow(cellBounds, cell, held, options.publish(cell), thresholds.roundTo);
      cellBounds.high[cell] = Math.min(cellBounds.high[cell] ?? 0, mostIn(cell));
    } else if (may && held > 0) below++;
  });

  const groupCount = groups?.count ?? 0;
  const shownGroups = new Uint8Array(rows);
  const groupBounds = unbounded(rows * groupCount);
  if (groups && options.publishGroup) {
    for (let row = 0; row < rows; row++) {
      const own = [...Array(groupCount).keys()].map((group) => row * groupCount + group);
      const all = own.every((at) => isEnough(groups.conversations[at] ?? 0, groups.accounts[at] ?? 0));
      if (!all || options.mayShowGroups?.(row) === false) continue;
      shownGroups[row] = 1;
      for (const at of own) {
        narrow(groupBounds, at, groups.conversations[at] ?? 0, options.publishGroup(at), thresholds.roundTo);
      }
    }
  }

  const flow = createCellFlow(table, cellBounds, groupBounds);
  let complementary = 0;
  let isSafe = true;
  const sizeOf = ({ kind, index }: Hideable): number =>
    kind === "cell"
      ? (conversations[index] ?? 0)
      : Math.min(
          ...[...Array(groupCount).keys()].map((g) => groups?.conversations[index * groupCount + g] ?? 0),
        );
  const isHideable = ({ kind, index }: Hideable): boolean =>
    kind === "cell" ? shown[index] === 1 && forced[index] === 0 : shownGroups[index] === 1;

  const hide = (hideable: Hideable): void => {
    if (hideable.kind === "cell") {
      shown[hideable.index] = 0;
      complementary++;
      widen(cellBounds, hideable.index, mostIn(hideable.index));
      cellQueue.push(hideable.index);
    } else {
      shownGroups[hideable.index] = 0;
      for (let group = 0; group < groupCount; group++) {
        widen(groupBounds, hideable.index * groupCount + group, Infinity);
        groupQueue.push(hideable.index * groupCount + group);
      }
    }
  };

  /** Hides until the attempt is reached, or nothing is left to hide. */
  const makeReachable = (attempt: () => Attempt): void => {
    for (;;) {
      const { reached, blockers } = attempt();
      if (reached) return;
      const next = smallest(blockers.filter(isHideable), sizeOf) ?? smallest(everything(), sizeOf);
      if (next === null) {
        isSafe = false;
        return;
      }
      hide(next);
    }
  };
  const everything = (): Hideable[] => [
    ...[...shown.keys()].map((index): Hideable => ({ kind: "cell", index })).filter(isHideable),
    ...[...shownGroups.keys()].map((index): Hideable => ({ kind: "groups", index })).filter(isHideable),
  ];

  const cellQueue = [...shown.keys()].filter((cell) => shown[cell] === 0 && (conversations[cell] ?? 0) > 0);
  const groupQueue = [...Array(rows * groupCount).keys()].filter(
    (at) => shownGroups[Math.floor(at / groupCount)] === 0 && (groups?.conversations[at] ?? 0) > 0,
  );
  if (table.wholes) {
    for (let cell = 0; cell < shown.length; cell++) {
      const whole = table.wholes[Math.floor(cell / columns)] ?? 0;
      if (whole > (conversations[cell] ?? 0)) makeReachable(() => flow.lower(cell, whole - wanted));
    }
  }
  // Both grow while they are worked off; a hidden cell only widens what fits, so what was reached stays so.
  for (let at = 0, group = 0; at < cellQueue.length || group < groupQueue.length;) {
    if (at < cellQueue.length) {
      const cell = cellQueue[at++] ?? 0;
      makeReachable(() => flow.raise(cell, wanted));
    } else {
      const index = groupQueue[group++] ?? 0;
      if ((groups?.conversations[index] ?? 0) > 0) makeReachable(() => flow.raiseGroup(index, wanted));
    }
  }
  return { shown, shownGroups, isSafe, withheld: { belowThreshold: below, complementary } };
}

function unbounded(length: number): Bounds {
  return { low: new Float64Array(length), high: new Float64Array(length).fill(Infinity) };
}

function widen({ low, high }: Bounds, index: number, most: number): void {
  low[index] = 0;
  high[index] = most;
}

/** Counts are taken for whole, which is the careful side: someone may know that each conversation has one request. */
function narrow({ low, high }: Bounds, index: number, held: number, published: number, unit: number): void {
  low[index] = Math.max(0, Math.min(held, (published - unit + 1) * 1000));
  high[index] = Math.max(held, (published + unit - 1) * 1000);
}

function smallest(hideables: readonly Hideable[], sizeOf: (hideable: Hideable) => number): Hideable | null {
  let best: Hideable | null = null;
  for (const hideable of hideables) if (best === null || sizeOf(hideable) < sizeOf(best)) best = hideable;
  return best;
}
