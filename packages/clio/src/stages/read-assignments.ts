import { defineColumns, readShardBatches } from "@observatory/store";
import { join } from "node:path";
import type { ConversationIndex } from "./conversation-index.ts";

const baseColumn = defineColumns({ base: "integer" });

/** The base cluster of each slot. */
export async function readAssignedBases(
  clusterDirectory: string,
  index: ConversationIndex,
  signal: AbortSignal,
): Promise<Int32Array> {
  const bases = new Int32Array(index.distinct);
  let row = 0;
  for await (const batch of readShardBatches(join(clusterDirectory, "assignments"), baseColumn, { signal })) {
    for (const { base } of batch) {
      if (index.isFirst[row] === 1) bases[index.slotOf[row] ?? 0] = base;
      row++;
    }
  }
  return bases;
}
