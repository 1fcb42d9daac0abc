import type { EvaluatedRows } from "./load-evaluated-rows.ts";
import type { EvaluateOptions } from "./evaluate-scorer.ts";
import type { Results } from "./results.ts";
import { blindNames, scoreBlind, scoreChance } from "./score-blind.ts";
import { writeResults } from "./write-results.ts";

/** Whether {@link evaluateBlind} knows a scorer: `chance`, `blind` (every probe and their mixture), `blind/<probe>`. */
export function isBlindScorer(id: string): boolean {
  return id === "chance" || toNames([id]).length > 0;
}

/**
 * Scores items without looking at their images and writes `results/`, chance first. Yields what was written, one scorer
 * after the other.
 */
export async function* evaluateBlind(
  { rows, benchmark, losses }: EvaluatedRows,
  {
    scorers,
    out,
    seed,
    resamples,
    ties,
    signal,
  }: Pick<EvaluateOptions, "out" | "seed" | "resamples" | "ties" | "signal"> & {
    readonly scorers: readonly string[];
  },
): AsyncGenerator<{ readonly path: string; readonly results: Results }> {
  const blind = { seed, resamples, ties, signal, benchmark, losses };
  const write = async (results: Results) => ({ path: await writeResults(out, results), results });
  if (scorers.includes("chance")) yield write(await scoreChance(rows, blind));
  const names = toNames(scorers);
  if (names.length === 0) return;
  for await (const results of scoreBlind(rows, { ...blind, names })) yield write(results);
}

function toNames(ids: readonly string[]): readonly string[] {
  return ids.includes("blind") ? blindNames : blindNames.filter((name) => ids.includes(`blind/${name}`));
}
