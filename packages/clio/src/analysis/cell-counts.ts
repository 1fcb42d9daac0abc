/** Exact counts of rows by columns. Private. Cell `row * columns + column`. */
export interface CellCounts {
  readonly rows: number;
  readonly columns: number;
  /** Thousandths. */
  readonly conversations: Float64Array;
  readonly accounts: Float64Array;
  /** Of the members, in whatever order they came; 52 bits. Equal members give equal keys. */
  readonly keys: Float64Array;
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
}

const half = 2 ** 26;

/** Counts members in cells. Memory: 32 bytes a cell, whatever the number of members. */
export function createCellCounter(rows: number, columns: number): CellCounter {
  const size = rows * columns;
  const counts: CellCounts = {
    rows,
    columns,
    conversations: new Float64Array(size),
    accounts: new Float64Array(size),
    keys: new Float64Array(size),
  };
  const lastAccount = new Int32Array(size);
  return {
    counts,
    add(member) {
      for (const row of member.rows) {
        for (const column of member.columns) {
          const cell = row * columns + column;
          counts.conversations[cell] = (counts.conversations[cell] ?? 0) + member.weight;
          counts.keys[cell] = mixKeys(counts.keys[cell] ?? 0, member.key);
          if (lastAccount[cell] === member.account) continue;
          lastAccount[cell] = member.account;
          counts.accounts[cell] = (counts.accounts[cell] ?? 0) + 1;
        }
      }
    },
  };
}

/** Exclusive or of 52 bits, so that the order of members does not matter. */
export function mixKeys(a: number, b: number): number {
  return (Math.floor(a / half) ^ Math.floor(b / half)) * half + ((a % half) ^ (b % half));
}
