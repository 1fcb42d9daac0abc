import { ignoreEvents, InputError, UsageError, type EventSink } from "@observatory/core";
import { join } from "node:path";
import { auditRows, type AuditReport } from "../blind/audit-rows.ts";
import type { BlindRow } from "../blind/blind-row.ts";
import { groupIndices } from "../blind/group-indices.ts";
import { describeLeftOut } from "../blind/describe-refinement.ts";
import type { LeftOutCell } from "../blind/find-leaking-cell.ts";
import type { RefineReport } from "../blind/refine-rows.ts";
import { toBlindRows } from "../blind/to-blind-rows.ts";
import { writeAudit } from "../blind/write-audit.ts";
import { toRetrievalRow } from "../interchange/to-retrieval-row.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { writeCrepeProductivity, writeCrepeSystematicity } from "../interchange/write-crepe.ts";
import type { SetName } from "../names.ts";
import { createItemSource } from "./create-item-source.ts";
import { negativesOfAnItem } from "./fill-cells.ts";
import type { BenchmarkRecord, Item } from "./item.ts";
import { readItems } from "./load-benchmark.ts";
import { cureOf, toLossTexts } from "./describe-losses.ts";
import { prepareBenchmarkDirectory } from "./prepare-benchmark-directory.ts";
import { refineItems } from "./refine-items.ts";
import { writeItems, writeRecord, type WrittenItems } from "./write-benchmark.ts";

/** Where scenes come from: drawn here, or read from files of scene graphs. */
export type SceneSource =
  | { readonly kind: "world" }
  | { readonly kind: "graphs"; readonly files: readonly string[]; readonly images?: string };

export interface GenerateBenchmarkOptions {
  /** The directory to write; a benchmark that is there is replaced. */
  readonly out: string;
  readonly source: SceneSource;
  readonly set: SetName;
  readonly items: number;
  readonly seed: number;
  /** Keep only negatives that the graph contradicts. */
  readonly strict?: boolean;
  /** Negatives made for each item and type of graphs, from which refining chooses five; 16 unless told. */
  readonly candidates?: number;
  /** Cells of graphs that leak after refining stay; left out unless told. */
  readonly keepLeaks?: boolean;
  /** Least area of the crop of a graph's image, in square pixels; CREPE's 40,000 unless told. Drawn scenes are whole. */
  readonly minimumArea?: number;
  /** Writes `csv/` too: the files of CREPE's release, for the scripts of others. */
  readonly csv?: boolean;
  /** Training sets of a systematicity set: caption files, or vocabularies (`.parquet`). The world has its own. */
  readonly trainingCaptions?: readonly string[];
  /** Of what the world's own training captions hold out; that of `observatory/world-clip` unless told. */
  readonly trainingSeed?: number;
  /** Worker threads for drawing and for parsing; 1 unless told. The result does not depend on it. */
  readonly threads?: number;
  readonly onEvent?: EventSink;
  readonly signal?: AbortSignal;
}

export interface GeneratedBenchmark {
  readonly record: BenchmarkRecord;
  /** Items that were made, before refining dropped some. */
  readonly made: number;
  readonly images: number;
  /** Attempts that gave no item, and parts of graphs that were left out, by reason. */
  readonly losses: Readonly<Record<string, number>>;
  /** Where the first of each reason was, as far as it has a place. */
  readonly lossPlaces: Readonly<Record<string, string>>;
  /** Before and after refining; null for families and pairs, which are balanced as they are. */
  readonly refinement: RefineReport | null;
  /** Of the items that were written, or the first some thousand of them. */
  readonly audit: AuditReport;
  /** Without refining. */
  readonly itemsMs: number;
  readonly refineMs: number;
  readonly imagesMs: number;
}

/** Items that are refined together: what takes memory does not grow with the number of items. */
const refinedTogether = 4_000;
/** The most rows that the audit looks at, the first ones: cells are filled evenly from the start. */
const auditedRows = 6_000;

/**
 * Generates a whole benchmark: items, images, `benchmark.json`, and `audit.json` with what blind probes find in it.
 *
 * Drawn scenes give families of items, which are balanced as they are made. From graphs more negatives are made than
 * needed and refined, some thousand items at a time; cells that could be solved without the images even so are left out.
 * Only images that an item shows are written. The same options give the same `items.jsonl`, `benchmark.json` and
 * images. Throws UsageError for options that do not go together, InputError for files and where no item comes out.
 */
export async function generateBenchmark(options: GenerateBenchmarkOptions): Promise<GeneratedBenchmark> {
  const { out, set, seed, signal, onEvent = ignoreEvents } = options;
  const candidates = options.candidates ?? 16;
  if (candidates < negativesOfAnItem) {
    throw new UsageError(`an item needs at least ${negativesOfAnItem} candidates for its negatives`);
  }
  const losses: Record<string, number> = {};
  const lossPlaces: Record<string, string> = {};
  const onLoss = (reason: string, place?: string): void => {
    losses[reason] = (losses[reason] ?? 0) + 1;
    if (place !== undefined) lossPlaces[reason] ??= place;
  };
  const source = await createItemSource({ ...options, candidates, onLoss });
  await prepareBenchmarkDirectory(out);
  await source.prepare();

  const sample: BlindRow[] = [];
  const files = new Set<string>();
  const refinements: RefineReport[] = [];
  let made = 0;
  let refineMs = 0;
  async function* items(progress: (done: number) => void): AsyncGenerator<Item> {
    const counted = async function* (): AsyncGenerator<Item> {
      for await (const item of source.items()) {
        progress(++made);
        yield item;
      }
    };
    for await (const chunk of toChunks(counted(), source.counterbalanced ? 1 : refinedTogether)) {
      const start = Date.now();
      const refined = source.counterbalanced
        ? null
        : await refineItems(chunk, {
            negatives: negativesOfAnItem,
            seed,
            keepLeaks: options.keepLeaks,
            knownLeaks: mergeLeftOut(refinements),
            signal,
          });
      refineMs += Date.now() - start;
      if (refined !== null) refinements.push(refined.report);
      for (const item of refined?.items ?? chunk) {
        if (item.image.file !== null) files.add(item.image.file);
        if (sample.length < auditedRows)
          sample.push(...toBlindRows([toRetrievalRow(item, { file: "items.jsonl", line: 1 })]));
        yield item;
      }
    }
  }
  const { result: written, durationMs: stageMs } = await timeStage(
    "items",
    options.items,
    onEvent,
    (progress) => writeItems(out, items(progress)),
    () => ({ items: made }),
  );
  if (made === 0) {
    const told = toLossTexts(losses, lossPlaces);
    throw new InputError(`no item came out of the scenes${told.length === 0 ? "" : `: ${told.join(", ")}`}`, {
      hint: cureOf(losses, options),
    });
  }
  const refinement = sumRefinements(refinements);
  const leftOut = refinement?.leftOut ?? [];
  if (sample.length === 0)
    throw new InputError(["no item is left after refining", ...describeLeftOut(leftOut)].join("; "), {
      hint: "Ask for more items.",
    });

  onEvent({ type: "stage-start", stage: "audit", total: null });
  const audit = await auditRows(sample, { seed, signal });
  const { durationMs: imagesMs } = await timeStage(
    "images",
    files.size,
    onEvent,
    async (progress) => {
      let images = 0;
      for await (const _ of source.writeImages(join(out, "images"), files)) progress(++images);
      return images;
    },
    (images) => ({ images }),
  );
  if (options.csv === true) await writeCsv(written, options);
  const name = `${source.name}-${set}-${seed}`;
  await writeAudit(out, { benchmark: { name, contentHash: written.contentHash }, audit, refinement });
  const record = await writeRecord(
    out,
    {
      name,
      version: "1",
      source: source.name,
      set,
      seed,
      strict: options.strict ?? false,
      ...(leftOut.length === 0 ? {} : { leftOut }),
    },
    written,
  );
  const itemsMs = stageMs - refineMs;
  return {
    record,
    made,
    images: files.size,
    losses,
    lossPlaces,
    refinement,
    audit,
    itemsMs,
    refineMs,
    imagesMs,
  };
}

/** Numbers of all parts; the tables of the first. */
function sumRefinements(reports: readonly RefineReport[]): RefineReport | null {
  const [first] = reports;
  if (first === undefined) return null;
  const sum = (of: (report: RefineReport) => number): number =>
    reports.reduce((total, report) => total + of(report), 0);
  return {
    ...first,
    rows: sum(({ rows }) => rows),
    kept: sum(({ kept }) => kept),
    tooFewNegatives: sum(({ tooFewNegatives }) => tooFewNegatives),
    dropped: sum(({ dropped }) => dropped),
    leftOut: mergeLeftOut(reports),
  };
}

/** Each cell once, with the rows of all parts and the reason that came first. */
function mergeLeftOut(reports: readonly RefineReport[]): LeftOutCell[] {
  const all = reports.flatMap(({ leftOut }) => leftOut);
  return [...groupIndices(all, ({ cell }) => [cell]).values()].flatMap((places) => {
    const same = places.flatMap((place) => all[place] ?? []);
    const rows = same.reduce((sum, leak) => sum + leak.rows, 0);
    return same.slice(0, 1).map((leak) => ({ ...leak, rows }));
  });
}

async function* toChunks<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let chunk: T[] = [];
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

async function writeCsv(
  { contentHash }: WrittenItems,
  { out, set, signal }: GenerateBenchmarkOptions,
): Promise<void> {
  async function* rows(): AsyncGenerator<RetrievalRow> {
    let line = 0;
    for await (const item of readItems(join(out, "items.jsonl"), contentHash))
      yield toRetrievalRow(item, { file: "items.jsonl", line: ++line });
  }
  const write = set === "systematicity" ? writeCrepeSystematicity : writeCrepeProductivity;
  await write(rows(), join(out, "csv"), { signal });
}

async function timeStage<T>(
  stage: string,
  total: number | null,
  onEvent: EventSink,
  work: (progress: (done: number) => void) => Promise<T>,
  count: (result: T) => Readonly<Record<string, number>>,
): Promise<{ readonly result: T; readonly durationMs: number }> {
  const start = Date.now();
  onEvent({ type: "stage-start", stage, total });
  const result = await work((done) => onEvent({ type: "stage-progress", stage, done, total }));
  const durationMs = Date.now() - start;
  onEvent({ type: "stage-end", stage, status: "done", counts: count(result), durationMs });
  return { result, durationMs };
}
