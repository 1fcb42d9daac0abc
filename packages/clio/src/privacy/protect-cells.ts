import { toAccountsTable } from "./accounts-table.ts";
import { createCellBounds, type CellBounds, type EarlierBounds } from "./cell-bounds.ts";
import { createCellFlow, type Attempt, type CellFlow, type Hideable } from "./cell-flow.ts";
import type { CellTable } from "./cell-table.ts";
import { createHider, type HidingSpace } from "./hide-until-reached.ts";
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
  /** What the accounts of a cell would be published as; where it is given, hidden cells are protected in accounts too. */
  readonly publishAccounts?: (cell: number) => number;
  /** Hidden cells that must not be known to hold more than this, in thousandths: Infinity where they may. */
  readonly mostKnown?: (cell: number) => number;
  /** What earlier releases say of the same table. */
  readonly earlier?: EarlierTable | undefined;
}

/** Bounds of earlier releases on a table and its groups. */
export interface EarlierTable {
  readonly cells: EarlierBounds;
  readonly groups: EarlierBounds;
}

export interface ProtectedCells {
  readonly shown: Uint8Array;
  /** By row: whether all its groups are shown. */
  readonly shownGroups: Uint8Array;
  /** False where cells that are shown in any case give a hidden one away; then nothing of the table may be shown. */
  readonly isSafe: boolean;
  /** Of what might be shown and holds somebody: too few, or hidden to protect another. */
  readonly withheld: { readonly belowThreshold: number; readonly complementary: number };
  /** What this release and the earlier ones say together, for the next. */
  readonly bounds: EarlierTable;
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
 *
 * The same is done for accounts, as far as they are published, and for what earlier releases have hidden in the same table.
 */
export function protectCells(table: CellTable, options: ProtectOptions): ProtectedCells {
  const { thresholds, earlier } = options;
  const first = chooseFirst(table, options);
  const { shown, shownGroups, forced, below } = first;
  const wanted = thresholds.minConversations * 1000;
  const flow = createCellFlow(table, first.cells, first.groups);
  const alone = earlier ? createAloneSide(table, options) : null;
  const accounts = createAccountsSide(table, first, options);
  const groupCount = table.groups?.count ?? 0;

  let complementary = 0;
  const cellQueue = [...shown.keys()].filter((cell) => shown[cell] === 0);
  const groupQueue = [...Array(shownGroups.length * groupCount).keys()].filter(
    (group) => shownGroups[Math.floor(group / groupCount)] === 0,
  );
  const space: HidingSpace = {
    list: () => [
      ...[...shown.keys()].map((index): Hideable => ({ kind: "cell", index })),
      ...[...shownGroups.keys()].map((index): Hideable => ({ kind: "groups", index })),
    ],
    isHideable: ({ kind, index }) =>
      kind === "cell" ? shown[index] === 1 && forced[index] === 0 : shownGroups[index] === 1,
    sizeOf: ({ kind, index }) =>
      kind === "cell" ? (table.conversations[index] ?? 0) : smallestGroup(table, index),
    hide: ({ kind, index }) => {
      if (kind === "cell") {
        shown[index] = 0;
        complementary++;
        first.cells.widen(index);
        alone?.cells.widen(index);
        accounts?.bounds.widen(index);
        cellQueue.push(index);
        return;
      }
      shownGroups[index] = 0;
      for (let group = index * groupCount; group < (index + 1) * groupCount; group++) {
        first.groups.widen(group);
        alone?.groups.widen(group);
        groupQueue.push(group);
      }
    },
  };
  let isSafe = true;
  const hideUntil = createHider(space);
  const reach = (attempt: () => Attempt): void => {
    if (!hideUntil(attempt)) isSafe = false;
  };

  if (table.wholes) protectOutside(table, table.wholes, flow, wanted, reach);
  if (earlier) protectEarlier(table, earlier, flow, reach);
  const protectCell = (cell: number): void => {
    const held = table.conversations[cell] ?? 0;
    if (held > 0) {
      const by = alone?.isNeeded(cell) ? alone.flow : flow;
      reach(() => by.raise(cell, wanted));
      if (accounts) reach(() => accounts.raise(cell));
    }
    const most = options.mostKnown?.(cell) ?? Infinity;
    if (held > most) reach(() => flow.lower(cell, most));
  };
  // Both grow while they are worked off; a hidden cell only widens what fits, so what was reached stays so.
  for (let at = 0, group = 0; at < cellQueue.length || group < groupQueue.length;) {
    if (at < cellQueue.length) protectCell(cellQueue[at++] ?? 0);
    else {
      const index = groupQueue[group++] ?? 0;
      if ((table.groups?.conversations[index] ?? 0) > 0) reach(() => flow.raiseGroup(index, wanted));
    }
  }
  return {
    shown,
    shownGroups,
    isSafe,
    withheld: { belowThreshold: below, complementary },
    bounds: {
      cells: toDistances(table.conversations, first.cells, shown, wanted, earlier?.cells),
      groups: toDistances(
        table.groups?.conversations ?? new Float64Array(),
        first.groups,
        Uint8Array.from(first.groups.low, (_, group) => shownGroups[Math.floor(group / groupCount)] ?? 0),
        wanted,
        earlier?.groups,
      ),
    },
  };
}

interface FirstChoice {
  readonly shown: Uint8Array;
  readonly shownGroups: Uint8Array;
  readonly forced: Uint8Array;
  readonly cells: CellBounds;
  readonly groups: CellBounds;
  /** Cells that may be shown, hold somebody, and hold too few. */
  readonly below: number;
}

/** Shows what may be shown and holds enough by itself. */
function chooseFirst(table: CellTable, options: ProtectOptions): FirstChoice {
  const { thresholds, earlier } = options;
  const { columns, conversations, accounts, groups } = table;
  const rows = table.parents.length;
  const isEnough = (held: number, by: number): boolean =>
    held >= thresholds.minConversations * 1000 && by >= thresholds.minAccounts;
  const shown = new Uint8Array(rows * columns);
  const forced = new Uint8Array(rows * columns);
  const cells = createCellBounds(conversations, (cell) => mostInCell(table, cell), earlier?.cells);
  let below = 0;
  shown.forEach((_, cell) => {
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    const held = conversations[cell] ?? 0;
    const must = options.mustShow(row, column);
    const may = must || options.mayShow(row, column);
    if (must) forced[cell] = 1;
    if (must || (may && isEnough(held, accounts[cell] ?? 0))) {
      shown[cell] = 1;
      cells.narrow(cell, options.publish(cell), thresholds.roundTo);
    } else if (may && held > 0) below++;
  });

  const shownGroups = new Uint8Array(rows);
  const bounds = createCellBounds(
    groups?.conversations ?? new Float64Array(),
    () => Infinity,
    earlier?.groups,
  );
  if (groups && options.publishGroup) {
    for (let row = 0; row < rows; row++) {
      const own = [...Array(groups.count).keys()].map((group) => row * groups.count + group);
      const all = own.every((at) => isEnough(groups.conversations[at] ?? 0, groups.accounts[at] ?? 0));
      if (!all || options.mayShowGroups?.(row) === false) continue;
      shownGroups[row] = 1;
      for (const at of own) bounds.narrow(at, options.publishGroup(at), thresholds.roundTo);
    }
  }
  return { shown, shownGroups, forced, cells, groups: bounds, below };
}

/**
 * The table in this release alone, for hidden cells that earlier releases leave no room to: those that held nobody then and few
 * now, or were shown and fell. Who knows exactly how a row grew may bound them; nobody else can.
 */
function createAloneSide(table: CellTable, options: ProtectOptions) {
  const { thresholds, earlier } = options;
  const { cells, groups } = chooseFirst(table, { ...options, earlier: undefined });
  const before = createCellFlow(
    table,
    createCellBounds(table.conversations, (cell) => mostInCell(table, cell), earlier?.cells),
    createCellBounds(table.groups?.conversations ?? new Float64Array(), () => Infinity, earlier?.groups),
  );
  return {
    cells,
    groups,
    flow: createCellFlow(table, cells, groups),
    isNeeded: (cell: number): boolean =>
      earlier?.cells.need[cell] === 0 && !before.raise(cell, thresholds.minConversations * 1000).reached,
  };
}

/** Thousandths that a cell can hold at most, for who knows how much its row holds. */
function mostInCell({ wholes, conversations, columns }: CellTable, cell: number): number {
  return Math.max(wholes?.[Math.floor(cell / columns)] ?? Infinity, conversations[cell] ?? 0);
}

/** The table in accounts, with the accounts of the same cells shown; null where none are published. */
function createAccountsSide(
  table: CellTable,
  { shown }: FirstChoice,
  { thresholds, publishAccounts }: ProtectOptions,
): { readonly bounds: CellBounds; readonly raise: (cell: number) => Attempt } | null {
  if (!publishAccounts) return null;
  const sums = toAccountsTable(table);
  const { conversations: held } = sums;
  const bounds = createCellBounds(held, () => Infinity);
  // By how much a sum is more than the accounts that are told is known to who knows how many stand in several cells.
  const surplus = (cell: number): number => (held[cell] ?? 0) / 1000 - (table.accounts[cell] ?? 0);
  shown.forEach((isShown, cell) => {
    if (isShown === 1) bounds.narrow(cell, publishAccounts(cell) + surplus(cell), thresholds.roundTo);
  });
  const flow = createCellFlow(
    sums,
    bounds,
    createCellBounds(new Float64Array(), () => Infinity),
  );
  return {
    bounds,
    raise: (cell) => flow.raise(cell, thresholds.minAccounts * 1000 + Math.max(0, surplus(cell) * 1000)),
  };
}

/** Where a conversation may stand in several columns, those outside a cell are protected like a cell. */
function protectOutside(
  table: CellTable,
  wholes: Float64Array,
  flow: CellFlow,
  wanted: number,
  reach: (attempt: () => Attempt) => void,
): void {
  table.conversations.forEach((held, cell) => {
    const whole = wholes[Math.floor(cell / table.columns)] ?? 0;
    if (whole > held) reach(() => flow.lower(cell, whole - wanted));
  });
}

/** What a release before has hidden must stay hidden in it, whatever this one shows. */
function protectEarlier(
  { conversations, groups }: CellTable,
  earlier: EarlierTable,
  flow: CellFlow,
  reach: (attempt: () => Attempt) => void,
): void {
  earlier.cells.need.forEach((need, cell) => {
    if (need > 0) reach(() => flow.raise(cell, (conversations[cell] ?? 0) + need));
  });
  earlier.groups.need.forEach((need, group) => {
    if (need > 0) reach(() => flow.raiseGroup(group, (groups?.conversations[group] ?? 0) + need));
  });
}

function toDistances(
  held: Float64Array,
  { low, high }: CellBounds,
  shown: Uint8Array,
  wanted: number,
  earlier: EarlierBounds | undefined,
): EarlierBounds {
  return {
    low: low.map((value, index) => value - (held[index] ?? 0)),
    high: high.map((value, index) => value - (held[index] ?? 0)),
    need: held.map((value, index) => {
      const own = shown[index] === 1 || value === 0 ? 0 : Math.max(0, wanted - value);
      return Math.max(own, earlier?.need[index] ?? 0);
    }),
  };
}

function smallestGroup({ groups }: CellTable, row: number): number {
  if (!groups) return Infinity;
  return Math.min(...groups.conversations.subarray(row * groups.count, (row + 1) * groups.count));
}
