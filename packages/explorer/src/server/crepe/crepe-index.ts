import { InputError, parseJson } from "@observatory/core";
import {
  itemSchema,
  type BenchmarkRecord,
  type Item,
  type ResultRow,
  type ResultsHead,
} from "@observatory/crepe/release";
import {
  loadAudit,
  loadBenchmark,
  loadResults,
  readLineSpans,
  type LoadedResults,
  type ResultsWarning,
} from "@observatory/crepe/release/load";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import type { CrepeOverview } from "../../shared/crepe/crepe-overview.ts";
import { toItemTraits, type ItemTraits } from "../../shared/crepe/item-filter.ts";
import { isRightAbout } from "../../shared/crepe/scorer-roles.ts";

/** Where some bytes of a file are. */
export interface Span {
  readonly start: number;
  readonly length: number;
}

/** One item as far as it is held in memory. */
export interface IndexedItem {
  readonly id: string;
  readonly caption: string;
  readonly image: string | null;
  /** Shared by all items that are alike in them. */
  readonly traits: ItemTraits;
  /** Its pair or family; null where it stands alone. */
  readonly group: string | null;
  readonly span: Span;
}

/** The results of one scorer, by the place of the item. */
export interface IndexedScorer {
  readonly path: string;
  readonly head: ResultsHead;
  readonly stale: boolean;
  /** Undefined where the item has no scores. */
  readonly isRight: (place: number) => boolean | undefined;
  /** Where the item's rows are in the file; null where it has none. */
  readonly spanOf: (place: number) => Span | null;
}

/** A benchmark on disk, made ready for questions: some hundred bytes an item are in memory, the rest is read again. */
export interface CrepeIndex {
  readonly directory: string;
  readonly record: BenchmarkRecord;
  readonly audit: CrepeOverview["audit"];
  readonly items: readonly IndexedItem[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** Places of the items of each pair or family. */
  readonly groups: ReadonlyMap<string, readonly number[]>;
  /** Files of images that items name. */
  readonly images: ReadonlySet<string>;
  readonly scorers: readonly IndexedScorer[];
  readonly warnings: readonly ResultsWarning[];
}

/**
 * Reads a benchmark and its results once, line by line. Throws InputError for a benchmark that is damaged; results that
 * are become warnings.
 */
export async function openCrepeIndex(
  directory: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<CrepeIndex> {
  const { record } = await loadBenchmark(directory);
  const items = await indexItems(join(directory, "items.jsonl"), record, options);
  const placeOf = new Map(items.map(({ id }, place) => [id, place]));
  const groups = new Map<string, number[]>();
  items.forEach(({ group }, place) => {
    if (group !== null) groups.set(group, [...(groups.get(group) ?? []), place]);
  });
  const loaded = await loadResults(directory, record);
  const scorers: IndexedScorer[] = [];
  const warnings = [...loaded.warnings];
  for (const results of loaded.results) {
    try {
      scorers.push(await indexResults(results, placeOf, options));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      // Warnings are shown, also in files that are passed on: where the benchmark lies is nobody's business there.
      const file = basename(results.path);
      warnings.push({ file, reason: error.message.replaceAll(results.path, () => file) });
    }
  }
  return {
    directory,
    record,
    audit: (await loadAudit(directory, record))?.audit ?? null,
    items,
    placeOf,
    groups,
    images: new Set(items.flatMap(({ image }) => image ?? [])),
    scorers,
    warnings,
  };
}

/** Parses one line of `items.jsonl`. Throws InputError. */
export function parseItem(text: string, place: string): Item {
  const json = parseJson(text);
  const item = itemSchema.safeParse(json.ok ? json.value : null);
  if (item.success) return item.data;
  throw new InputError(`${place} is not an item`, { hint: "Generate the benchmark again." });
}

async function indexItems(
  path: string,
  { contentHash }: BenchmarkRecord,
  options: { readonly signal?: AbortSignal },
): Promise<IndexedItem[]> {
  const hash = createHash("sha256");
  const traits = new Map<string, ItemTraits>();
  const items: IndexedItem[] = [];
  const onBytes = (bytes: Uint8Array): void => void hash.update(bytes);
  try {
    for await (const { text, start, length } of readLineSpans(path, { ...options, onBytes })) {
      const item = parseItem(text, `${path}, line ${items.length + 1}`);
      const own = toItemTraits(item);
      const key = JSON.stringify(own);
      const shared = traits.get(key) ?? own;
      traits.set(key, shared);
      items.push({
        id: item.id,
        caption: item.caption,
        image: item.image.file,
        traits: shared,
        group: item.pair?.id ?? item.family ?? null,
        span: { start, length },
      });
    }
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    options.signal?.throwIfAborted();
    throw new InputError(`${path} cannot be read`, { cause, hint: "Generate the benchmark again." });
  }
  if (hash.digest("hex") !== contentHash)
    throw new InputError(`${path} is not the file that benchmark.json describes`, {
      hint: "Generate the benchmark again.",
    });
  return items;
}

async function indexResults(
  { path, head, stale, rows }: LoadedResults,
  placeOf: ReadonlyMap<string, number>,
  options: { readonly signal?: AbortSignal },
): Promise<IndexedScorer> {
  if (stale) return { path, head, stale, isRight: () => undefined, spanOf: () => null };
  const starts = new Float64Array(placeOf.size).fill(-1);
  const lengths = new Uint32Array(placeOf.size);
  const right = new Uint8Array(placeOf.size);
  const finish = (place: number, own: readonly ResultRow[]): void => {
    right[place] = isRightAbout(own, head.ties) ? 1 : 0;
  };
  let current = -1;
  let own: ResultRow[] = [];
  for await (const { row, start, length } of rows(options)) {
    const place = placeOf.get(row.item);
    if (place === undefined || (place !== current && starts[place] !== -1))
      throw new InputError("its rows are not those of the items, in their order");
    if (place !== current) {
      if (current !== -1) finish(current, own);
      current = place;
      own = [];
      starts[place] = start;
    }
    own.push(row);
    lengths[place] = start + length - (starts[place] ?? start);
  }
  if (current !== -1) finish(current, own);
  return {
    path,
    head,
    stale,
    isRight: (place) => (starts[place] === -1 ? undefined : right[place] === 1),
    spanOf: (place) =>
      starts[place] === -1 ? null : { start: starts[place] ?? 0, length: lengths[place] ?? 0 },
  };
}
