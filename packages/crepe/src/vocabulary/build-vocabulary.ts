import {
  createWorkerPool,
  ignoreEvents,
  InputError,
  workerEntry,
  type EventSink,
  type WorkerPool,
} from "@observatory/core";
import { buildShards, describeTable, shardPath, sumShards, writeFileAtomic } from "@observatory/store";
import { contentHash } from "@observatory/core";
import { mkdir, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { openSource, type CaptionFormat, type CaptionSource } from "./caption-source.ts";
import type { CaptionCounts } from "./count-captions.ts";
import { countEntries } from "./count-entries.ts";
import { fingerprintCounts, probeCaptions } from "./fingerprint-counts.ts";
import { hashFile } from "./hash-file.ts";
import { readChunks, type SourceTally } from "./read-chunks.ts";
import { recordPathOf, toRows, vocabularyColumns, type VocabularyRecord } from "./vocabulary-file.ts";

export interface BuildVocabularyOptions {
  /** The Parquet file to write, ending in `.parquet`; a `.json` of the same name comes beside it. */
  readonly out: string;
  /** Name of the training set; the file's name by default. */
  readonly name?: string;
  /** Name of the column of the captions, or its index from 0; else a usual name is looked for. */
  readonly column?: string | number;
  /** Format of all inputs; else each is detected. */
  readonly format?: CaptionFormat;
  /** Worker threads that parse; all cores by default. */
  readonly threads?: number;
  /** Captions of a chunk, the part that a crash may cost (5,000). */
  readonly chunkSize?: number;
  /** Of the final sum; beyond it spills to disk (512). */
  readonly memoryLimitMegabytes?: number;
  /** Whether finished chunks of an earlier attempt are kept (true). */
  readonly resume?: boolean;
  readonly onEvent?: EventSink;
  readonly signal?: AbortSignal;
}

/** What was built, as in the JSON file. */
export type VocabularySummary = VocabularyRecord & { readonly path: string };

/**
 * Counts the atoms and compounds of the captions of a training set into one Parquet file, out of core.
 *
 * Captions are parsed in worker threads; each chunk's counts are kept on disk beside the output until all are summed,
 * so that the same call goes on after a crash, and memory does not grow with the captions. Equal inputs give equal
 * rows. Broken records are counted losses. Throws InputError for a file that cannot be read, a column that is not
 * there, and where no caption, or nothing in any, was found; StateError where the disk refuses.
 *
 * @example
 * await buildVocabulary(["cc12m.tsv.gz"], { out: "cc12m.parquet", column: 1, threads: 2 });
 */
export async function buildVocabulary(
  inputs: readonly string[],
  options: BuildVocabularyOptions,
): Promise<VocabularySummary> {
  const { signal, onEvent = ignoreEvents, chunkSize = 5_000 } = options;
  const threads = options.threads ?? availableParallelism();
  const path = resolve(options.out.endsWith(".parquet") ? options.out : `${options.out}.parquet`);
  const opened = await openSources(inputs, options);
  const pool = createWorkerPool<readonly string[], CaptionCounts>(
    workerEntry("./count-captions.worker.js", import.meta.url),
    { threads },
  );
  let work: string;
  let parser: string;
  const tally: SourceTally[] = opened.map(() => ({ captions: 0, losses: new Map() }));
  const sources = opened.map(({ source }) => source);
  try {
    parser = fingerprintCounts(await pool.run(probeCaptions));
    const hashes = opened.map(({ sha256, source }) => ({ sha256, format: source.format, column: columnOf(source) }));
    work = `${path}.partial-${contentHash({ parser, chunkSize, hashes }).slice(0, 12)}`;
    if (options.resume === false) await rm(work, { recursive: true, force: true });
    await mkdir(dirname(path), { recursive: true });
    await countChunks(pool, readChunks(sources, tally, { chunkSize, signal }), { work, threads, onEvent, signal });
  } finally {
    await pool.close();
  }
  const table = { directory: work, columns: vocabularyColumns };
  assertCaptions(inputs, tally);
  const { rows } = await describeTable(work);
  if (rows === 0) throw nothingFound(inputs, "the captions name no object");

  const start = Date.now();
  onEvent({ type: "stage-start", stage: "sum", total: null });
  // Beside the final place first: a vocabulary that is there stays whole until the new one is.
  const summed = join(work, "vocabulary.parquet");
  await sumShards(table, { sum: "captions", path: summed, signal, memoryLimitMegabytes: options.memoryLimitMegabytes, threads });
  const { entries, failures } = await countEntries(summed, { signal });
  const captions = tally.reduce((sum, source) => sum + source.captions, 0) - failures;
  const record: VocabularyRecord = {
    schema: "observatory/crepe-vocabulary@1",
    name: options.name ?? basename(path).replace(/\.parquet$/u, ""),
    parser,
    sources: opened.map(({ source, sha256 }, index) => ({
      file: basename(source.path),
      format: source.format,
      column: columnOf(source),
      sha256,
      captions: tally[index]?.captions ?? 0,
    })),
    captions,
    losses: sumLosses(tally, failures),
    entries,
    contentHash: await hashFile(summed, { signal }),
  };
  await publish(summed, path, record);
  await rm(work, { recursive: true, force: true });
  onEvent({ type: "stage-end", stage: "sum", status: "done", counts: entries, durationMs: Date.now() - start });
  return { ...record, path };
}
