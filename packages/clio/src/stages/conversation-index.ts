import { defineColumns, readShardBatches } from "@observatory/store";
import { createDuplicateCollapse } from "../cluster/collapse-duplicates.ts";

/** Which rows of the facets are the same conversation told again, and which slot each distinct one has. */
export interface ConversationIndex {
  /** Rows of the facets. */
  readonly rows: number;
  /** For each row the slot of its distinct conversation; slots count distinct conversations in order of rows. */
  readonly slotOf: Int32Array;
  /** For each row whether it is the first of its slot. */
  readonly isFirst: Uint8Array;
  /** Number of slots. */
  readonly distinct: number;
  /** Distinct accounts; a conversation without one is its own. */
  readonly accounts: number;
  /** False where a conversation has no account: one person may then stand behind many of them. */
  readonly accountProtection: boolean;
}

const columns = defineColumns({ account: "text?", duplicateKey: "text" });

/** Reads the index from finished facets. Memory: five bytes a row and one short key a distinct conversation. */
export async function loadConversationIndex(
  facetsDirectory: string,
  rows: number,
  signal: AbortSignal,
): Promise<ConversationIndex> {
  const slotOf = new Int32Array(rows);
  const isFirst = new Uint8Array(rows);
  const accounts = new Set<string>();
  const collapse = createDuplicateCollapse();
  let distinct = 0;
  let withoutAccount = 0;
  let row = 0;
  for await (const batch of readShardBatches(facetsDirectory, columns, { signal })) {
    for (const { account, duplicateKey } of batch) {
      const first = collapse.add(row, account, duplicateKey);
      slotOf[row] = first === row ? distinct++ : (slotOf[first] ?? 0);
      isFirst[row] = first === row ? 1 : 0;
      if (account === null) withoutAccount++;
      else accounts.add(account);
      row++;
    }
  }
  return {
    rows,
    slotOf,
    isFirst,
    distinct,
    accounts: accounts.size + withoutAccount,
    accountProtection: withoutAccount === 0,
  };
}
