import { fitCombination } from "./fit-combination.ts";
import { foldCount } from "./image-fold.ts";
import type { RowScores } from "./score-rows.ts";

/** The most rows that one combination is fitted to: a dozen weights need no more. */
const trainingRows = 2000;

/**
 * What the best linear mixture of all probes makes of each row, cross-fitted: its weights come from the rows of the
 * other folds. In the order of `rows`.
 *
 * @param rows for each row the scores of each probe, each probe cross-fitted over the same folds
 * @param folds the fold of each row
 */
export function combineScores(
  rows: readonly (readonly RowScores[])[],
  folds: readonly number[],
): RowScores[] {
  const combinations = Array.from({ length: foldCount }, (_, fold) => {
    const others = rows.filter((_, i) => folds[i] !== fold);
    const stride = Math.max(1, others.length / trainingRows);
    const chosen = Array.from(
      { length: Math.min(others.length, trainingRows) },
      (_, i) => others[Math.floor(i * stride)] ?? [],
    );
    return fitCombination(chosen);
  });
  return rows.map((row, i) => combinations[folds[i] ?? 0]?.score(row) ?? new Float64Array());
}
