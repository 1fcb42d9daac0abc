import { contentHash, hashFile, UsageError } from "@observatory/core";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { loadBenchmark } from "../benchmark/load-benchmark.ts";
import { stemOf } from "../interchange/parse-crepe-record.ts";
import { loadRetrievalRows } from "../interchange/read-retrieval-rows.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { toRetrievalRow } from "../interchange/to-retrieval-row.ts";
import type { Results } from "./results.ts";

/** What is scored. */
export interface EvaluatedRows {
  readonly benchmark: Results["benchmark"];
  readonly rows: readonly RetrievalRow[];
  /** Rows that could not be read, by reason. */
  readonly losses: Readonly<Record<string, number>>;
  /** The first of each reason, as `<file>, line <line>`. */
  readonly lossExamples?: Readonly<Record<string, string>>;
}

/**
 * Reads what is to be scored: the directory of a benchmark, or files of any known format, which are one benchmark
 * together: an id that is there before goes with the name of its file. Throws InputError where nothing can be read, UsageError for several directories.
 */
export async function loadEvaluatedRows(
  paths: readonly string[],
  options: { readonly signal?: AbortSignal } = {},
): Promise<EvaluatedRows> {
  const [first = ""] = paths;
  if (!(await isBenchmark(first))) return loadFiles(paths, options);
  if (paths.length > 1)
    throw new UsageError("benchmarks are evaluated one at a time", { hint: "Give one directory." });
  const { record, items } = await loadBenchmark(first);
  const rows: RetrievalRow[] = [];
  for await (const item of items()) {
    options.signal?.throwIfAborted();
    rows.push(toRetrievalRow(item, { file: "items.jsonl", line: rows.length + 1 }));
  }
  return { benchmark: { name: record.name, contentHash: record.contentHash }, rows, losses: {} };
}

/** Whether a path is the directory of a benchmark that was generated here. */
export async function isBenchmark(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return (
    found?.isDirectory() === true && (await stat(join(path, "benchmark.json")).catch(() => null)) !== null
  );
}

async function loadFiles(
  paths: readonly string[],
  options: { readonly signal?: AbortSignal },
): Promise<EvaluatedRows> {
  const { rows, losses } = await loadRetrievalRows(paths, options);
  const files = [...new Set(rows.map(({ source }) => source.file))];
  const hashes = await Promise.all(
    files.map(async (file) => [basename(file), await hashFile(file, options)] as const),
  );
  const counts: Record<string, number> = {};
  const examples: Record<string, string> = {};
  for (const { reason, source } of losses) {
    counts[reason] = (counts[reason] ?? 0) + 1;
    examples[reason] ??= `${source.file}, line ${source.line}`;
  }
  return {
    benchmark: {
      name: files.map((file) => basename(file)).join(", "),
      contentHash: contentHash({ files: hashes.toSorted(([a], [b]) => (a < b ? -1 : 1)) }),
    },
    rows: withUniqueIds(rows),
    losses: counts,
    lossExamples: examples,
  };
}

/** Regions of Visual Genome are in the files of several splits, and items of several releases have the same number. */
function withUniqueIds(rows: readonly RetrievalRow[]): RetrievalRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const { file, line } = row.source;
    const names = [row.id, `${stemOf(file)}:${row.id}`, `${file}:${line}:${row.id}`];
    const id = names.find((name) => !seen.has(name)) ?? row.id;
    seen.add(id);
    return id === row.id ? row : { ...row, id };
  });
}
