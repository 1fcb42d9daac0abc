import { createHashSet } from "../import/conversion/hash-set.ts";

/** Exact counts of rows by columns. Private. Cell `row * columns + column`. */
export interface CellCounts {
  readonly rows: number;
  readonly columns: number;
  /** Thousandths. */
  readonly conversations: Float64Array;
  readonly accounts: Float64Array;
  /** Of the members, in whatever order they came; 52 bits. Equal members give equal keys. */
  readonly keys: Float64Array;
  /** Accounts that count toward a threshold: with the history asked for, each with a conversation that is no copy of one by which another counted. */
  readonly countedAccounts: Float64Array;
  /** Thousandths of conversations that count toward a threshold: of the accounts that count, of each no more than a limit. */
  readonly countedConversations: Float64Array;
}

export interface CellCounter {
  /** All that one account has must come together. */
  add(member: CountedMember): void;
  readonly counts: CellCounts;
}

export interface CountedMember {
  /** The number of its account, counted from 1 in the order in which accounts come. */
  readonly account: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Thousandths. */
  readonly weight: number;
  /** 52 bits. */
  readonly key: number;
  /** Group of copies of which others have one; -1: none. */
  readonly copies: number;
  /** Whether its account has the history that is asked for. */
  readonly settled: boolean;
}

const half = 2 ** 26;

/** No counts yet. */
export function createCellCounts(rows: number, columns: number): CellCounts {
  const size = rows * columns;
  return {
    rows,
    columns,
    conversations: new Float64Array(size),
    accounts: new Float64Array(size),
    keys: new Float64Array(size),
    countedAccounts: new Float64Array(size),
    countedConversations: new Float64Array(size),
  };
}

/**
 * Counts members in cells. In each cell accounts are matched to groups of copies as `createAccountMatcher` does, but in the
 * order in which their members come. Memory: 56 bytes a cell, whatever the number of members, and 32 for each group of copies in each cell.
 *
 * @param mostOfAccount how many conversations of one account count toward a threshold
 */
export function createCellCounter(rows: number, columns: number, mostOfAccount = 1): CellCounter {
  const counts = createCellCounts(rows, columns);
  const { conversations, accounts, keys, countedAccounts, countedConversations } = counts;
  const size = rows * columns;
  const lastAccount = new Int32Array(size);
  const lastCounted = new Int32Array(size);
  const ofLastAccount = new Float64Array(size);
  const taken = createHashSet();
  const most = mostOfAccount * 1000;

  const takes = (cell: number, { copies, settled }: CountedMember): boolean =>
    settled && (copies < 0 || taken.add(copies * size + cell + 1));

  return {
    counts,
    add(member) {
      const { account, weight } = member;
      for (const row of member.rows) {
        for (const column of member.columns) {
          const cell = row * columns + column;
          conversations[cell] = (conversations[cell] ?? 0) + weight;
          keys[cell] = mixKeys(keys[cell] ?? 0, member.key);
          if (lastAccount[cell] !== account) {
            lastAccount[cell] = account;
            ofLastAccount[cell] = 0;
            accounts[cell] = (accounts[cell] ?? 0) + 1;
          }
          const before = ofLastAccount[cell] ?? 0;
          ofLastAccount[cell] = before + weight;
          let credited = Math.min(before, most);
          if (lastCounted[cell] !== account) {
            if (!takes(cell, member)) continue;
            lastCounted[cell] = account;
            countedAccounts[cell] = (countedAccounts[cell] ?? 0) + 1;
            credited = 0;
          }
          countedConversations[cell] =
            (countedConversations[cell] ?? 0) + Math.min(before + weight, most) - credited;
        }
      }
    },
  };
}

/** Exclusive or of 52 bits, so that the order of members does not matter. */
export function mixKeys(a: number, b: number): number {
  return (Math.floor(a / half) ^ Math.floor(b / half)) * half + ((a % half) ^ (b % half));
}
