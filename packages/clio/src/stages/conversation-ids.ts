import { defineColumns, readShardBatches } from "@observatory/store";
import type { ConversationIndex } from "./conversation-index.ts";

const idColumn = defineColumns({ id: "text" });

/** For each base cluster the ids of its distinct conversations. */
export async function readConversationIds(
  facetsDirectory: string,
  index: ConversationIndex,
  labels: Int32Array,
  clusters: number,
  signal: AbortSignal,
): Promise<string[][]> {
  const ids: string[][] = Array.from({ length: clusters }, () => []);
  let row = 0;
  for await (const batch of readShardBatches(facetsDirectory, idColumn, { signal })) {
    for (const { id } of batch) {
      if (index.isFirst[row] === 1) ids[labels[index.slotOf[row] ?? 0] ?? 0]?.push(id);
      row++;
    }
  }
  return ids;
}
