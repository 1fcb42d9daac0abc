import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readResultRows, readResultsHead, type ResultLine } from "./read-results.ts";
import type { ResultsHead } from "./results.ts";

/** The results of one scorer on disk. */
export interface LoadedResults {
  readonly path: string;
  readonly head: ResultsHead;
  /** Whether they are for other items than the benchmark's present ones. */
  readonly stale: boolean;
  /** Streams the rows, as often as asked. Throws InputError for a damaged one. */
  readonly rows: (options?: { readonly signal?: AbortSignal }) => AsyncGenerator<ResultLine>;
}

/** A file in `results/` that could not be used, and why, in words. */
export interface ResultsWarning {
  readonly file: string;
  readonly reason: string;
}

/**
 * Opens all results of a benchmark: chance first, then the blind probes, then the others by id. A file that is damaged, of
 * another kind or of a scorer that was read before is a warning, never an error. No directory: no results.
 */
export async function loadResults(
  benchmark: string,
  { contentHash }: { readonly contentHash: string },
): Promise<{ readonly results: readonly LoadedResults[]; readonly warnings: readonly ResultsWarning[] }> {
  const directory = join(benchmark, "results");
  const names = await readdir(directory).catch(() => []);
  const results: LoadedResults[] = [];
  const warnings: ResultsWarning[] = [];
  for (const file of names.toSorted((a, b) => (a < b ? -1 : 1))) {
    if (file.startsWith(".")) continue;
    const path = join(directory, file);
    const head = file.endsWith(".json")
      ? await readResultsHead(path)
      : { ok: false as const, reason: "its name does not end in .json" };
    if (!head.ok) warnings.push({ file, reason: head.reason });
    else if (results.some((other) => other.head.scorer.id === head.value.scorer.id))
      warnings.push({ file, reason: "another file has results of the same scorer" });
    else
      results.push({
        path,
        head: head.value,
        stale: head.value.benchmark.contentHash !== contentHash,
        rows: (options) => readResultRows(path, options),
      });
  }
  return { results: results.toSorted(compareResults), warnings };
}

function compareResults({ head: a }: LoadedResults, { head: b }: LoadedResults): number {
  return placeOf(a) - placeOf(b) || (a.scorer.id < b.scorer.id ? -1 : 1);
}

function placeOf({ scorer }: ResultsHead): number {
  return scorer.kind === "chance" ? 0 : scorer.kind === "blind" ? 1 : 2;
}
