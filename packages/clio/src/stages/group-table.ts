import { defineColumns, readShardBatches, writeShards } from "@observatory/store";
import type { ConversationIndex } from "./conversation-index.ts";
import { groupColumns } from "./tables.ts";

/** Writes which group each row of the facets belongs to, given the group of each slot. */
export async function writeGroups(
  directory: string,
  index: ConversationIndex,
  groupOfSlot: ArrayLike<number>,
  signal: AbortSignal,
): Promise<void> {
  await writeShards(directory, groupColumns, toRows(index, groupOfSlot), { signal });
}

function* toRows(index: ConversationIndex, groupOfSlot: ArrayLike<number>) {
  for (let row = 0; row < index.rows; row++) {
    const slot = index.slotOf[row] ?? 0;
    yield {
      first: index.isFirst[row] === 1,
      group: slot < 0 ? -1 : (groupOfSlot[slot] ?? 0),
      copies: index.copiesOf[row] ?? -1,
      settled: index.isSettled[row] === 1,
    };
  }
}

/** The group of each slot, as `writeGroups` was given it. */
export async function readGroups(
  directory: string,
  index: ConversationIndex,
  signal: AbortSignal,
): Promise<Int32Array> {
  const groups = new Int32Array(index.distinct);
  let row = 0;
  const columns = defineColumns({ first: groupColumns.first, group: groupColumns.group });
  for await (const batch of readShardBatches(directory, columns, { signal })) {
    for (const { first, group } of batch) {
      if (first) groups[index.slotOf[row] ?? 0] = group;
      row++;
    }
  }
  return groups;
}
