import { createRandom } from "@observatory/core";
import { openCrepeIndex, type CrepeIndex } from "../server/crepe/crepe-index.ts";
import { readCrepeItem } from "../server/crepe/read-crepe-item.ts";
import { readImage } from "../server/crepe/read-image.ts";
import { toCrepeOverview } from "../server/crepe/to-crepe-overview.ts";
import type { CrepeItem } from "../shared/crepe/crepe-item.ts";
import type { EmbeddedBenchmark } from "../shared/crepe/embedded-benchmark.ts";

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
  for (const group of drawGroups(index, seed)) {
    signal?.throwIfAborted();
    const items = await Promise.all(group.map((place) => readWithImage(index, place)));
    const bytes = items.reduce((sum, item) => sum + costOf(item), 0);
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

/** The places of items, pairs and families together, from one cell after the other. */
function* drawGroups({ items, groups }: CrepeIndex, seed: number): Generator<readonly number[]> {
  const cells = new Map<string, (readonly number[])[]>();
  items.forEach(({ group, traits }, place) => {
    const members = group === null ? [place] : (groups.get(group) ?? [place]);
    if (members[0] !== place) return;
    const cell = `${traits.types.join("+")}/${traits.n}/${traits.splits.join("+")}`;
    cells.set(cell, [...(cells.get(cell) ?? []), members]);
  });
  const random = createRandom(seed).fork("report");
  const queues = [...cells].map(([cell, members]) => random.fork(cell).shuffle(members));
  for (let round = 0; queues.some((queue) => round < queue.length); round++)
    for (const queue of queues) if (round < queue.length) yield queue[round] ?? [];
}

async function readWithImage(index: CrepeIndex, place: number): Promise<CrepeItem | null> {
  const file = index.items[place]?.image ?? null;
  const item = await readCrepeItem(index, place, () => null);
  const image = file === null || !index.images.has(file) ? null : await readImage(index.directory, file);
  if (item === null || image === null) return item;
  return { ...item, imageUrl: `data:${image.type};base64,${Buffer.from(image.bytes).toString("base64")}` };
}

/** Bytes in the file: images are packed already and grow by the file's base64; the rest shrinks well. */
function costOf(item: CrepeItem | null): number {
  const image = item?.imageUrl?.length ?? 0;
  return (
    Math.ceil(image * 1.02) + Math.ceil((JSON.stringify({ ...item, imageUrl: null }).length / 6) * (4 / 3))
  );
}
