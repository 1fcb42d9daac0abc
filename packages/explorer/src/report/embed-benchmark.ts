import { openCrepeIndex, type CrepeIndex } from "../server/crepe/crepe-index.ts";
import { readCrepeItem } from "../server/crepe/read-crepe-item.ts";
import { readImage } from "../server/crepe/read-image.ts";
import { toCrepeOverview } from "../server/crepe/to-crepe-overview.ts";
import type { CrepeItem } from "../shared/crepe/crepe-item.ts";
import type { EmbeddedBenchmark } from "../shared/crepe/embedded-benchmark.ts";
import { costOfItem } from "./cost-of-item.ts";
import { drawGroups } from "./draw-groups.ts";

export interface EmbedBenchmarkOptions {
  /** How much the items and their images may add to the file; 3.5 MB unless told. */
  readonly maxBytes?: number;
  /** Seed of the sample; 0 unless told. */
  readonly seed?: number;
  readonly signal?: AbortSignal;
}

/**
 * What a file shows of a benchmark: its tables, and as many of its items with their images as fit. Items are drawn from
 * the cells (type and complexity) in turn, pairs and families whole, by the seed. Equal benchmarks give equal reports.
 */
export async function embedBenchmark(
  directory: string,
  { maxBytes = 3_500_000, seed = 0, signal }: EmbedBenchmarkOptions = {},
): Promise<EmbeddedBenchmark> {
  const index = await openCrepeIndex(directory, { signal });
  const overview = await toCrepeOverview(index, { signal });
  const chosen = new Map<number, CrepeItem>();
  let left = maxBytes;
  for (const group of drawGroups(index.items, seed)) {
    signal?.throwIfAborted();
    const items = await Promise.all(group.map((place) => readWithImage(index, place)));
    const bytes = items.reduce((sum, item) => sum + costOfItem(item), 0);
    if (bytes > left) break;
    left -= bytes;
    group.forEach((place, i) => {
      const item = items[i];
      if (item !== undefined && item !== null) chosen.set(place, item);
    });
  }
  const known = new Set([...chosen.values()].map(({ item }) => item.id));
  return {
    overview: { ...overview, sample: { items: chosen.size, seed } },
    items: [...chosen]
      .toSorted(([a], [b]) => a - b)
      .map(([, item]) => ({ ...item, siblings: item.siblings.filter(({ id }) => known.has(id)) })),
  };
}

async function readWithImage(index: CrepeIndex, place: number): Promise<CrepeItem | null> {
  const file = index.items[place]?.image ?? null;
  const item = await readCrepeItem(index, place, () => null);
  const image = file === null || !index.images.has(file) ? null : await readImage(index.directory, file);
  if (item === null || image === null) return item;
  return { ...item, imageUrl: `data:${image.type};base64,${Buffer.from(image.bytes).toString("base64")}` };
}
