import { defineColumns, readShardBatches } from "@observatory/store";
import { createDuplicateCollapse } from "../cluster/collapse-duplicates.ts";
import type { ClusteredFacet } from "../facets/own/own-facet.ts";
import { markWithoutSummary } from "./summary-of.ts";

/** Which rows of the facets are the same request told again, and which slot each distinct one has. */
export interface ConversationIndex {
  /** Rows of the facets. */
  readonly rows: number;
  /** For each row the slot of its distinct request; slots count distinct requests in order of rows. -1: left out. */
  readonly slotOf: Int32Array;
  /** For each row whether it is the first of its slot. */
  readonly isFirst: Uint8Array;
  /** Number of slots: what is embedded and clustered. */
  readonly distinct: number;
  /** Distinct conversations; each has at least one slot. */
  readonly conversations: number;
  /** Distinct accounts; a conversation without one is its own. */
  readonly accounts: number;
  /** Conversations without a value of the clustered facet: nothing else counts them. */
  readonly leftOut: number;
  /** False where a conversation has no account: one person may then stand behind many of them. */
  readonly accountProtection: boolean;
}

const columns = defineColumns({ account: "text?", duplicateKey: "text", part: "integer" });

/**
 * Reads the index from finished facets. Of a conversation told again each request goes where the first telling's
 * request of the same number went, or its first where there is none. Memory: five bytes a row, one short key a distinct
 * conversation.
 */
export async function loadConversationIndex(
  facetsDirectory: string,
  rows: number,
  signal: AbortSignal,
  facet: ClusteredFacet = "request",
): Promise<ConversationIndex> {
  const isWithout =
    typeof facet === "string" ? null : await markWithoutSummary(facetsDirectory, facet, rows, signal);
  const slotOf = new Int32Array(rows);
  const isFirst = new Uint8Array(rows);
  const partOf = new Uint8Array(rows);
  const accounts = new Set<string>();
  const collapse = createDuplicateCollapse();
  let distinct = 0;
  let conversations = 0;
  let withoutAccount = 0;
  let leftOut = 0;
  let row = 0;
  /** First row of the conversation whose telling the current row belongs to. */
  let firstTelling = 0;
  let isNew = false;
  for await (const batch of readShardBatches(facetsDirectory, columns, { signal })) {
    for (const { account, duplicateKey, part } of batch) {
      if (isWithout?.[row] === 1) {
        slotOf[row++] = -1;
        leftOut++;
        continue;
      }
      partOf[row] = part;
      if (part === 0) {
        firstTelling = collapse.add(row, account, duplicateKey);
        isNew = firstTelling === row;
        if (isNew) conversations++;
        if (account === null) withoutAccount++;
        else accounts.add(account);
      }
      const twin = firstTelling + part;
      slotOf[row] = isNew
        ? distinct++
        : (slotOf[twin < row && partOf[twin] === part ? twin : firstTelling] ?? 0);
      isFirst[row] = isNew ? 1 : 0;
      row++;
    }
  }
  return {
    rows,
    slotOf,
    isFirst,
    distinct,
    conversations,
    accounts: accounts.size + withoutAccount,
    leftOut,
    accountProtection: withoutAccount === 0,
  };
}
