import { contentHash, hashFile, UsageError } from "@observatory/core";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { loadBenchmark } from "../benchmark/load-benchmark.ts";
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
}

/**
 * Reads what is to be scored: the directory of a benchmark, or files of any known format, which are one benchmark
 * together. Throws InputError where nothing can be read, UsageError for several directories.
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

async function isBenchmark(path: string): Promise<boolean> {
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
  for (const { reason } of losses) counts[reason] = (counts[reason] ?? 0) + 1;
  return {
    benchmark: {
      name: files.map((file) => basename(file)).join(", "),
      contentHash: contentHash({ files: hashes.toSorted(([a], [b]) => (a < b ? -1 : 1)) }),
    },
    rows,
    losses: counts,
  };
}
