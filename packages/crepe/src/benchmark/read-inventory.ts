import { createInventoryCollector, type Inventory } from "../negatives/inventory.ts";
import { readGraphScenes } from "./read-graph-scenes.ts";

export interface ReadInventoryOptions {
  /** Graphs to read at most; 40,000 unless told. */
  readonly most?: number;
  readonly signal?: AbortSignal;
}

/**
 * Reads the words of files of scene graphs, and what they say together, before items are made of them. Words that are
 * rare in a large source are left out: one per 4,000 graphs, and at least two.
 */
export async function readInventory(
  files: readonly string[],
  { most = 40_000, signal }: ReadInventoryOptions = {},
): Promise<Inventory> {
  const collector = createInventoryCollector();
  let graphs = 0;
  for (const file of files) {
    for await (const { graph } of readGraphScenes(file, { signal })) {
      collector.add(graph);
      if (++graphs >= most) break;
    }
    if (graphs >= most) break;
  }
  return collector.finish(graphs < 50 ? 1 : Math.max(2, Math.ceil(graphs / 4000)));
}
