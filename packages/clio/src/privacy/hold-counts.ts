import type { CellCounts } from "../analysis/cell-counts.ts";
import { hasMoved } from "./has-moved.ts";

/** A cell as it stood when it was last published, or would have been. Private. */
export interface EarlierCell {
  /** Thousandths. */
  readonly conversations: number;
  readonly accounts: number;
  readonly key: number;
  /** What of it counts toward a threshold; thousandths as well. */
  readonly countedConversations: number;
  readonly countedAccounts: number;
}

const emptyCell: EarlierCell = {
  conversations: 0,
  accounts: 0,
  key: 0,
  countedConversations: 0,
  countedAccounts: 0,
};

/** The cells of the last release by row and column, with the rows and columns that it had. Private. */
export interface EarlierCells {
  readonly columns: ReadonlySet<string>;
  /** By row; a row that is not here was not there. Empty cells are left out. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, EarlierCell>>;
}

/** Names of the rows and columns of counts that stay the same from one release to the next. */
export interface CellNames {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

export interface HeldCounts {
  /** What may be published: of cells that moved by less than k what they held when they last moved by more. */
  readonly counts: CellCounts;
  /** 1 for cells of which that is so. */
  readonly held: Uint8Array;
}

/**
 * Holds what moved by less than k accounts or conversations since the last release as it was then, with the key of its
 * members then, so that whatever is published of it is published alike.
 *
 * It is compared with what it held when it last moved, not with the release before, so small steps that add up are
 * seen once they are k together.
 *
 * @param leastOf k of a cell
 */
export function holdCounts(
  now: CellCounts,
  { rows, columns }: CellNames,
  earlier: EarlierCells | null,
  leastOf: (row: number, column: number) => number,
): HeldCounts {
  const held = new Uint8Array(now.conversations.length);
  if (earlier === null) return { counts: now, held };
  const counts = {
    ...now,
    conversations: now.conversations.slice(),
    accounts: now.accounts.slice(),
    keys: now.keys.slice(),
    countedConversations: now.countedConversations.slice(),
    countedAccounts: now.countedAccounts.slice(),
  };
  rows.forEach((name, row) => {
    const before = earlier.rows.get(name);
    if (before === undefined) return;
    const rowKey = before.get(columns[0] ?? "")?.key ?? 0;
    columns.forEach((column, at) => {
      if (!earlier.columns.has(column)) return;
      const cell = row * now.columns + at;
      const known = before.get(column) ?? emptyCell;
      // An empty cell has no members to draw from.
      const draw = known.conversations === 0 ? `${rowKey} ${column}` : String(known.key);
      if (hasMoved(toHeld(known), sizeOf(now, cell), draw, leastOf(row, at))) return;
      held[cell] = 1;
      counts.conversations[cell] = known.conversations;
      counts.accounts[cell] = known.accounts;
      counts.keys[cell] = known.key;
      counts.countedConversations[cell] = known.countedConversations;
      counts.countedAccounts[cell] = known.countedAccounts;
    });
  });
  return { counts, held };
}

function sizeOf({ conversations, accounts }: CellCounts, cell: number) {
  return toHeld({ conversations: conversations[cell] ?? 0, accounts: accounts[cell] ?? 0 });
}

function toHeld({ conversations, accounts }: Pick<EarlierCell, "conversations" | "accounts">) {
  return { conversations: conversations / 1000, accounts };
}
