import type { EvaluatedRows } from "./load-evaluated-rows.ts";
import type { EvaluateOptions } from "./evaluate-scorer.ts";
import type { Results } from "./results.ts";
import { scoreBlind, scoreChance } from "./score-blind.ts";
import { writeResults } from "./write-results.ts";

/** The scorers that {@link evaluateBlind} knows by name; `blind` stands for every probe and their mixture. */
export const blindScorers = ["chance", "blind"] as const;
export type BlindScorer = (typeof blindScorers)[number];

/**
 * Scores items without looking at their images and writes `results/`. Yields what was written, one scorer after the
 * other.
 */
export async function* evaluateBlind(
  { rows, benchmark }: EvaluatedRows,
  { scorers, out, ...options }: EvaluateOptions & { readonly scorers: readonly BlindScorer[] },
): AsyncGenerator<{ readonly path: string; readonly results: Results }> {
  const blind = { ...options, benchmark };
  const write = async (results: Results) => ({ path: await writeResults(out, results), results });
  if (scorers.includes("chance")) yield write(await scoreChance(rows, blind));
  if (scorers.includes("blind")) for await (const results of scoreBlind(rows, blind)) yield write(results);
}
