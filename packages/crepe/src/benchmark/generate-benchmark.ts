import { ignoreEvents, InputError, UsageError, type EventSink } from "@observatory/core";
import { writeFileAtomic } from "@observatory/store";
import type { AuditReport } from "../blind/audit-rows.ts";
import type { RefineReport } from "../blind/refine-rows.ts";
import { toRetrievalRow } from "../interchange/to-retrieval-row.ts";
import { writeCrepeProductivity, writeCrepeSystematicity } from "../interchange/write-crepe.ts";
import type { SetName } from "../names.ts";
import { join } from "node:path";
import type { BenchmarkRecord, Item } from "./item.ts";
import { createItemSource } from "./create-item-source.ts";
import { toLossTexts } from "./describe-generated.ts";
import { prepareBenchmarkDirectory } from "./prepare-benchmark-directory.ts";
import { refineItems } from "./refine-items.ts";
import { writeBenchmark } from "./write-benchmark.ts";

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
  /** Negatives made for each item and type, from which refining chooses five; 16 unless told. */
  readonly candidates?: number;
  /** Least area of the crop of a graph's image, in square pixels; CREPE's 40,000 unless told. Drawn scenes are whole. */
  readonly minimumArea?: number;
  /** Writes `csv/` too: the files of CREPE's release, for the scripts of others. */
  readonly csv?: boolean;
  /** Training sets of a systematicity set: caption files, or vocabularies (`.parquet`). The world has its own. */
  readonly trainingCaptions?: readonly string[];
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
  /** Before and after refining; null for pairs, which are balanced as they are. */
  readonly refinement: RefineReport | null;
  readonly audit: AuditReport;
  readonly itemsMs: number;
  readonly imagesMs: number;
}

/** Negatives of an item of a 1-of-5 set, as in CREPE. */
const negativesOfAnItem = 5;

/**
 * Generates a whole benchmark: items, images, `benchmark.json`, and `audit.json` with what blind probes find in it.
 *
 * Sets with five negatives are generated with more and refined, so that as few cells as possible can be solved without
 * the images; only images that an item shows are drawn. The same options give the same `items.jsonl`, `benchmark.json`
 * and images. Throws UsageError for options that do not go together, InputError for files and where no item comes out.
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
  await source.prepare(out);

  const made: Item[] = [];
  const itemsMs = await timeStage("items", options.items, onEvent, async (progress) => {
    for await (const item of source.items()) {
      made.push(item);
      progress(made.length);
    }
    return { items: made.length };
  });
  if (made.length === 0) {
    throw new InputError(`no item came out of the scenes${describeLosses(losses, lossPlaces)}`, {
      hint: cureOf(losses, options),
    });
  }

  onEvent({ type: "stage-start", stage: "audit", total: null });
  const { items, refinement, audit } = await refineItems(made, {
    set,
    negatives: negativesOfAnItem,
    seed,
    signal,
  });
  if (items.length === 0)
    throw new InputError("no item is left after refining", { hint: "Ask for more items." });

  const files = new Set(items.flatMap(({ image }) => image.file ?? []));
  const imagesMs = await timeStage("images", files.size, onEvent, async (progress) => {
    let images = 0;
    for await (const _ of source.writeImages(join(out, "images"), files)) progress(++images);
    return { images };
  });
  if (options.csv === true) await writeCsv(items, join(out, "csv"), options);
  const auditFile = { refinement, audit };
  await writeFileAtomic(join(out, "audit.json"), `${JSON.stringify(auditFile, null, 2)}\n`);
  const record = await writeBenchmark(
    out,
    {
      name: `${source.name}-${set}-${seed}`,
      version: "1",
      source: source.name,
      set,
      seed,
      strict: options.strict ?? false,
    },
    items,
  );
  return {
    record,
    made: made.length,
    images: files.size,
    losses,
    lossPlaces,
    refinement,
    audit,
    itemsMs,
    imagesMs,
  };
}

async function writeCsv(
  items: readonly Item[],
  directory: string,
  { set, signal }: GenerateBenchmarkOptions,
): Promise<void> {
  const rows = items.map((item, index) => toRetrievalRow(item, { file: "items.jsonl", line: index + 1 }));
  const write = set === "systematicity" ? writeCrepeSystematicity : writeCrepeProductivity;
  await write(rows, directory, { signal });
}

function describeLosses(
  losses: Readonly<Record<string, number>>,
  places: Readonly<Record<string, string>>,
): string {
  const told = toLossTexts(losses, places);
  return told.length === 0 ? "" : `: ${told.join(", ")}`;
}

/** What helps against the most frequent loss. */
function cureOf(
  losses: Readonly<Record<string, number>>,
  { set, minimumArea }: GenerateBenchmarkOptions,
): string {
  const [[most] = [undefined]] = Object.entries(losses).toSorted(([, a], [, b]) => b - a);
  switch (most) {
    case "missing-image":
      return "--images must name the directory of the images, each under its graph's id: 2370799.jpg.";
    case "crop-too-small":
    case "box-outside":
      return `Boxes must lie in the image and crops have ${minimumArea ?? "40000"} pixels; --min-area asks for less.`;
    case "unreadable":
    case "cut-short":
    case "object-without-name":
      return "Compare the file with the published shape of its format.";
    default:
      return set === "systematicity"
        ? "Negatives must be of the split of their positive: a larger training set or more graphs give more of them."
        : "Graphs need at least four objects, attributes and relations together; --strict asks for more.";
  }
}

async function timeStage(
  stage: string,
  total: number | null,
  onEvent: EventSink,
  work: (progress: (done: number) => void) => Promise<Readonly<Record<string, number>>>,
): Promise<number> {
  const start = Date.now();
  onEvent({ type: "stage-start", stage, total });
  const counts = await work((done) => onEvent({ type: "stage-progress", stage, done, total }));
  const durationMs = Date.now() - start;
  onEvent({ type: "stage-end", stage, status: "done", counts, durationMs });
  return durationMs;
}
