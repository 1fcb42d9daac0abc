import {
  findImages,
  loadEvaluatedRows,
  loadReport,
  loadResults,
  toScoringDirectory,
  type EvaluatedRows,
  type LocateImage,
} from "@observatory/crepe/release/load";
import type { ResultRow } from "@observatory/crepe/release";
import { join } from "node:path";
import { countFacets } from "../server/crepe/count-facets.ts";
import { readImageFile } from "../server/crepe/read-image.ts";
import type { CrepeItem } from "../shared/crepe/crepe-item.ts";
import type { EmbeddedBenchmark } from "../shared/crepe/embedded-benchmark.ts";
import { toItemTraits } from "../shared/crepe/item-filter.ts";
import type { ShownItem } from "../shared/crepe/shown-item.ts";
import { costOfImage, costOfItem } from "./cost-of-item.ts";
import { drawGroups } from "./draw-groups.ts";

export interface EmbedFilesOptions {
  /** The directory that holds `results/`. */
  readonly results?: string;
  /** The directory of the images; those that `crepe evaluate` took out of Parquet files unless told, if there are any. */
  readonly images?: string;
  /** How much the items and their images may add to the file; 3.5 MB unless told. */
  readonly maxBytes?: number;
  /** Seed of the sample; 0 unless told. */
  readonly seed?: number;
  readonly signal?: AbortSignal;
}

type Row = EvaluatedRows["rows"][number];

/**
 * What a file shows of benchmarks as others released them: the report over all their items, and as many of the items as
 * fit, each image once. Throws what `loadReport` throws, and InputError for a directory of images that cannot be read.
 */
export async function embedFiles(
  paths: readonly string[],
  { results, images, maxBytes = 3_500_000, seed = 0, signal }: EmbedFilesOptions = {},
): Promise<EmbeddedBenchmark> {
  const report = await loadReport(paths, { results, signal });
  const { rows, benchmark } = await loadEvaluatedRows(paths, { signal });
  const items = rows.map(toShownItem);
  const shown = items.map((item) => ({
    traits: toItemTraits(item),
    group: item.pair?.id ?? item.family ?? null,
  }));
  const directory = results ?? paths[0] ?? "";
  const locateImage: LocateImage =
    images === undefined ? await findExtracted(directory) : await findImages(images);
  const urls: Record<string, string> = {};
  const chosen = new Map<number, CrepeItem>();
  let left = maxBytes;
  let isFull = false;
  for (const group of drawGroups(shown, seed)) {
    signal?.throwIfAborted();
    // Where no image fits any more there is room for other items of those that are there.
    if (isFull && group.some((place) => !isThere(rows[place], urls, locateImage))) continue;
    const found = await Promise.all(group.map((place) => readItem(rows[place], items[place], locateImage)));
    const fresh = new Map(
      found.flatMap((one) =>
        one?.image == null || urls[one.image.path] !== undefined ? [] : [[one.image.path, one.image.url]],
      ),
    );
    const cost = [...fresh.values()].reduce((sum, url) => sum + costOfImage(url), 0);
    const bytes = found.reduce((sum, one) => sum + costOfItem(one?.item ?? null), cost);
    if (bytes > left) {
      if (isFull) break;
      isFull = true;
      continue;
    }
    left -= bytes;
    Object.assign(urls, Object.fromEntries(fresh));
    group.forEach((place, i) => {
      const one = found[i];
      if (one != null) chosen.set(place, { ...one.item, imageUrl: one.image?.path ?? null });
    });
  }
  const scores = await readScores(directory, benchmark, {
    known: new Set([...chosen.values()].map(({ item }) => item.id)),
    signal,
  });
  const places = [...chosen.keys()].toSorted((a, b) => a - b);
  // Where images lie on this machine is nobody's business in a file that is passed on.
  const names = new Map(Object.keys(urls).map((path, i) => [path, `image ${i + 1}`]));
  return {
    overview: {
      record: {
        schema: "observatory/crepe-benchmark@1",
        name: benchmark.name,
        contentHash: benchmark.contentHash,
        counts: countCells(items),
      },
      audit: null,
      report,
      items: items.length,
      images: new Set(rows.map(({ image }) => image.file ?? image.id)).size,
      facets: countFacets(shown.map(({ traits }) => traits)),
      sample: chosen.size === items.length ? null : { items: chosen.size, seed },
    },
    items: places.flatMap((place) => {
      const one = chosen.get(place);
      if (one === undefined) return [];
      const group = shown[place]?.group ?? null;
      return {
        ...one,
        imageUrl: one.imageUrl === null ? null : (names.get(one.imageUrl) ?? null),
        scores: scores.get(one.item.id) ?? [],
        siblings: places.flatMap((other) => {
          const sibling = chosen.get(other)?.item;
          const isOfGroup = group !== null && other !== place && shown[other]?.group === group;
          return sibling === undefined || !isOfGroup
            ? []
            : [{ id: sibling.id, caption: sibling.caption, imageUrl: null }];
        }),
      };
    }),
    images: Object.fromEntries(Object.entries(urls).map(([path, url]) => [names.get(path) ?? path, url])),
  };
}

async function findExtracted(directory: string): Promise<LocateImage> {
  return findImages(join(toScoringDirectory(directory), "images")).catch(() => () => null);
}

function toShownItem({
  id,
  image,
  caption,
  negatives,
  complexity,
  split,
  pair,
  family,
  item,
}: Row): ShownItem {
  if (item !== undefined) return item;
  return {
    id,
    image: {
      file: image.file ?? image.id ?? null,
      ...(image.box === undefined ? {} : { box: image.box }),
    },
    caption,
    ...(complexity === undefined ? {} : { complexity }),
    ...(split === undefined ? {} : { split }),
    ...(pair === undefined ? {} : { pair }),
    ...(family === undefined ? {} : { family }),
    negatives: negatives.map(({ text, type = "all" }) => ({ text, type })),
  };
}

function isThere(
  row: Row | undefined,
  urls: Readonly<Record<string, string>>,
  locateImage: LocateImage,
): boolean {
  const path = row === undefined ? null : locateImage(row);
  return path !== null && urls[path] !== undefined;
}

async function readItem(
  row: Row | undefined,
  item: ShownItem | undefined,
  locateImage: LocateImage,
): Promise<{
  readonly item: CrepeItem;
  readonly image: { readonly path: string; readonly url: string } | null;
} | null> {
  if (row === undefined || item === undefined) return null;
  const path = locateImage(row);
  const found = path === null ? null : await readImageFile(path);
  return {
    item: { item, imageUrl: null, scores: [], siblings: [] },
    image:
      path === null || found === null
        ? null
        : { path, url: `data:${found.type};base64,${Buffer.from(found.bytes).toString("base64")}` },
  };
}

/** What scorers gave the items that are shown. */
async function readScores(
  directory: string,
  benchmark: EvaluatedRows["benchmark"],
  { known, signal }: { readonly known: ReadonlySet<string>; readonly signal: AbortSignal | undefined },
): Promise<ReadonlyMap<string, CrepeItem["scores"]>> {
  const scores = new Map<string, CrepeItem["scores"]>();
  for (const { head, stale, rows } of (await loadResults(directory, benchmark)).results) {
    if (stale) continue;
    const own = new Map<string, ResultRow[]>();
    for await (const { row } of rows({ signal }))
      if (known.has(row.item)) own.set(row.item, [...(own.get(row.item) ?? []), row]);
    for (const [item, found] of own)
      scores.set(item, [...(scores.get(item) ?? []), { scorer: head.scorer.id, rows: found }]);
  }
  return scores;
}

/** As the record of a benchmark has them: items, negatives, and items in each cell such as `atom/4`. */
function countCells(items: readonly ShownItem[]): Record<string, number> {
  const counts: Record<string, number> = { items: items.length, negatives: 0 };
  for (const { negatives, complexity } of items) {
    counts["negatives"] = (counts["negatives"] ?? 0) + negatives.length;
    if (complexity === undefined) continue;
    for (const type of new Set(negatives.map((negative) => negative.type))) {
      const cell = `${type}/${complexity.n}`;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return counts;
}
