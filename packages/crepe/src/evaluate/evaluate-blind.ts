import { UsageError } from "@observatory/core";
import { loadBenchmark } from "../benchmark/load-benchmark.ts";
import { toRetrievalRow } from "../interchange/to-retrieval-row.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import type { Results } from "./results.ts";
import { scoreBlind, scoreChance } from "./score-blind.ts";
import { writeResults } from "./write-results.ts";

/** The scorers that {@link evaluateBlind} knows by name; `blind` stands for every probe and their mixture. */
export const blindScorers = ["chance", "blind"] as const;

export interface EvaluateBlindOptions {
  /** Names of {@link blindScorers}. */
  readonly scorers: readonly string[];
  readonly seed: number;
  readonly resamples?: number;
  readonly signal?: AbortSignal;
}

/**
 * Scores a benchmark without looking at its images and writes `results/`. Yields what was written, one scorer after the
 * other. Throws UsageError for a scorer that is none of these, before anything is scored.
 */
export async function* evaluateBlind(
  benchmark: string,
  { scorers, ...options }: EvaluateBlindOptions,
): AsyncGenerator<{ readonly path: string; readonly results: Results }> {
  const unknown = scorers.filter((name) => !blindScorers.some((known) => known === name));
  if (unknown.length > 0) {
    throw new UsageError(`scorers that see images cannot be run yet: ${unknown.join(", ")}`, {
      hint: `There are ${blindScorers.join(" and ")}, what a model has to beat.`,
    });
  }
  const { record, items } = await loadBenchmark(benchmark);
  const rows: RetrievalRow[] = [];
  for await (const item of items()) {
    options.signal?.throwIfAborted();
    rows.push(toRetrievalRow(item, { file: "items.jsonl", line: rows.length + 1 }));
  }
  const blind = { ...options, benchmark: { name: record.name, contentHash: record.contentHash } };
  const write = async (results: Results) => ({ path: await writeResults(benchmark, results), results });
  if (scorers.includes("chance")) yield write(await scoreChance(rows, blind));
  if (scorers.includes("blind")) for await (const results of scoreBlind(rows, blind)) yield write(results);
}
