import { sha256 } from "@observatory/core";

/** Finds conversations that repeat an earlier one of the same account. */
export interface DuplicateCollapse {
  /**
   * @param account null for a conversation without one: it repeats nothing
   * @param key equal for near-duplicates
   * @returns the row of the first conversation with this account and key, which may be this row itself
   */
  add(row: number, account: string | null, key: string): number;
}

/** Memory: one 16-character key and one number for each distinct conversation. */
export function createDuplicateCollapse(): DuplicateCollapse {
  const firstRow = new Map<string, number>();
  return {
    add: (row, account, key) => {
      if (account === null) return row;
      const identity = sha256(`${account}\n${key}`).slice(0, 16);
      const first = firstRow.get(identity);
      if (first === undefined) firstRow.set(identity, row);
      return first ?? row;
    },
  };
}
