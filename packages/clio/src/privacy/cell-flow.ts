import type { CellTable } from "./cell-table.ts";
import { createResidualSearch, type Step } from "./residual-search.ts";

/** Lower and upper ends of what is known of the cells of a table; mutable, because cells get hidden. */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** A cell that may be hidden, or the groups of a row. */
export interface Hideable {
  readonly kind: "cell" | "groups";
  /** Index of the cell, or of the row. */
  readonly index: number;
}

export interface Attempt {
  readonly reached: boolean;
  /** What stands in the way: shown numbers that would have to be known less well. Empty where it was reached. */
  readonly blockers: readonly Hideable[];
}

/** One table out of all that fit what is known, moved about to see how far a cell can go. */
export interface CellFlow {
  /** Tries to bring a cell to at least `wanted`. */
  raise(cell: number, wanted: number): Attempt;
  /** Tries to bring a cell to at most `wanted`. */
  lower(cell: number, wanted: number): Attempt;
  /** Tries to bring a group of columns in a row to at least `wanted`. */
  raiseGroup(group: number, wanted: number): Attempt;
}

/** So many moves at most for one question; a question that takes more is answered with no. */
const mostMoves = 400;

/**
 * What someone can conclude who knows every row's whole exactly, and of each cell that it lies within its bounds.
 *
 * Sums over a tree of rows and sums over the columns of a row are two nested families of sets of cells, so the tables
 * that fit are the flows of a network (Edmonds and Giles, Annals of Discrete Mathematics 1, 1977): up one tree for each column, down to the
 * rows. The exact table is one of them, and how far a cell can go from it is a matter of augmenting paths. A move is
 * always a table that fits, also with groups of columns; with them a no may be too careful.
 *
 * @param bounds of the cells and of the groups; the exact table must lie within
 */
export function createCellFlow(table: CellTable, cells: Bounds, groups: Bounds): CellFlow {
  const { columns } = table;
  const value = Float64Array.from(table.conversations);
  const groupValue = Float64Array.from(table.groups?.conversations ?? []);
  const groupCount = table.groups?.count ?? 0;
  /** A row's group that must not fall while it is being raised. */
  let keptGroup = -1;
  /** Whether only columns of one group change, so that no sum of a group does. */
  let isInsideGroup = false;
  const taken: { readonly steps: readonly Step[]; readonly amount: number }[] = [];

  const groupOf = (cell: number): number => {
    const group = table.groups?.of[cell % columns] ?? -1;
    return group < 0 ? -1 : Math.floor(cell / columns) * groupCount + group;
  };
  const roomOfCell = (cell: number, sign: number): number => room(value, cells, cell, sign);
  const roomOfGroup = (group: number, sign: number): number =>
    group === keptGroup && sign < 0 ? 0 : room(groupValue, groups, group, sign);

  const search = createResidualSearch(table, (cell, sign) => {
    if (roomOfCell(cell, sign) <= 0) return { kind: "cell", index: cell };
    const group = groupOf(cell);
    if (isInsideGroup || group < 0 || roomOfGroup(group, sign) > 0) return null;
    return { kind: "groups", index: Math.floor(cell / columns) };
  });

  const amountOf = (steps: readonly Step[], most: number): number => {
    let amount = most;
    const net = new Map<number, number>();
    for (const { cell, sign } of steps) {
      amount = Math.min(amount, roomOfCell(cell, sign));
      const group = groupOf(cell);
      if (group >= 0) net.set(group, (net.get(group) ?? 0) + sign);
    }
    for (const [group, times] of net) {
      if (times !== 0) amount = Math.min(amount, roomOfGroup(group, Math.sign(times)) / Math.abs(times));
    }
    return Math.floor(amount);
  };

  const move = (steps: readonly Step[], amount: number): void => {
    for (const { cell, sign } of steps) {
      value[cell] = (value[cell] ?? 0) + sign * amount;
      const group = groupOf(cell);
      if (group >= 0) groupValue[group] = (groupValue[group] ?? 0) + sign * amount;
    }
  };

  /** Moves one cell up or down until `missing()` is 0. */
  const shift = (
    cell: number,
    sign: 1 | -1,
    missing: () => number,
    mayUse?: (column: number) => boolean,
  ): Attempt => {
    const own: Step = { cell, sign };
    for (let moves = 0; missing() > 0; moves++) {
      const ownBlocker = search.blockerOf(own);
      if (ownBlocker) return { reached: false, blockers: [ownBlocker] };
      const found = search.findCycle(own, mayUse);
      if (!found.steps) return { reached: false, blockers: found.blockers };
      const steps = [own, ...found.steps];
      const amount = amountOf(steps, missing());
      if (amount < 1 || moves >= mostMoves) return { reached: false, blockers: found.blockers };
      move(steps, amount);
      taken.push({ steps, amount });
    }
    return { reached: true, blockers: [] };
  };

  /** First inside the cell's own group, where groups do not matter, and only then with all columns. */
  const shiftCell = (cell: number, sign: 1 | -1, missing: () => number): Attempt => {
    const group = table.groups?.of[cell % columns] ?? -1;
    if (group < 0) return shift(cell, sign, missing);
    isInsideGroup = true;
    const inside = shift(cell, sign, missing, (column) => table.groups?.of[column] === group);
    isInsideGroup = false;
    if (inside.reached) return inside;
    const { reached, blockers } = shift(cell, sign, missing);
    return { reached, blockers: [...inside.blockers, ...blockers] };
  };

  /**
   * Whether a leaf's cell can rise by an exchange with one sibling: as much goes from another of its columns as comes to that
   * column in the sibling, so that no sum above changes. Most cells can, and it is quickly seen.
   */
  const canExchange = (cell: number, missing: number): boolean => {
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    const siblings = siblingsOf(row);
    if (siblings.length === 0 || roomOfCell(cell, 1) < missing) return false;
    const group = table.groups?.of[column] ?? -1;
    for (let other = 0; other < columns; other++) {
      if (other === column || (table.groups?.of[other] ?? -1) !== group) continue;
      if (roomOfCell(row * columns + other, -1) < missing) continue;
      for (const sibling of siblings) {
        if (sibling === row) continue;
        const start = sibling * columns;
        if (roomOfCell(start + column, -1) >= missing && roomOfCell(start + other, 1) >= missing) return true;
      }
    }
    return false;
  };
  const leavesBelow = listLeaves(table.parents);
  const siblingsOf = (row: number): readonly number[] => leavesBelow.get(row) ?? [];

  /** Every question starts from the exact table, which lies well within its bounds. */
  const fromExact = (attempt: () => Attempt): Attempt => {
    const result = attempt();
    for (const { steps, amount } of taken.splice(0)) move(steps, -amount);
    return result;
  };

  return {
    raise: (cell, wanted) => {
      const missing = wanted - (value[cell] ?? 0);
      if (missing <= 0 || canExchange(cell, missing)) return { reached: true, blockers: [] };
      return fromExact(() => shiftCell(cell, 1, () => wanted - (value[cell] ?? 0)));
    },
    lower: (cell, wanted) => fromExact(() => shiftCell(cell, -1, () => (value[cell] ?? 0) - wanted)),
    raiseGroup: (group, wanted) => fromExact(() => raiseGroup(group, wanted)),
  };

  function raiseGroup(group: number, wanted: number): Attempt {
    const row = Math.floor(group / groupCount);
    const missing = (): number => wanted - (groupValue[group] ?? 0);
    const own = [...Array(columns).keys()]
      .map((column) => row * columns + column)
      .filter((cell) => groupOf(cell) === group);
    const blockers: Hideable[] = [];
    keptGroup = group;
    try {
      for (const cell of own) {
        const attempt = shift(cell, 1, missing);
        if (attempt.reached) return attempt;
        blockers.push(...attempt.blockers);
      }
      return { reached: false, blockers };
    } finally {
      keptGroup = -1;
    }
  }
}

/** Looking at more of them costs more than it finds. */
const mostSiblings = 64;

/** For each row without children those beside it; some of them where they are many. */
function listLeaves(parents: Int32Array): Map<number, readonly number[]> {
  const isParent = new Set(parents);
  const families = new Map<number, number[]>();
  parents.forEach((parent, row) => {
    if (isParent.has(row)) return;
    const family = families.get(parent);
    if (family) family.push(row);
    else families.set(parent, [row]);
  });
  const beside = new Map<number, readonly number[]>();
  for (const family of families.values()) {
    const some = family.slice(0, mostSiblings);
    for (const row of family) beside.set(row, some);
  }
  return beside;
}

function room(value: Float64Array, { low, high }: Bounds, index: number, sign: number): number {
  const now = value[index] ?? 0;
  return sign > 0 ? (high[index] ?? 0) - now : now - (low[index] ?? 0);
}
