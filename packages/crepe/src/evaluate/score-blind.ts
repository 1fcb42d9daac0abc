import { setImmediate } from "node:timers/promises";
import { combinationName } from "../blind/audit-rows.ts";
import { combineScores } from "../blind/combine-scores.ts";
import { tieTolerance } from "../blind/first-place.ts";
import { groupIndices } from "../blind/group-indices.ts";
import { toImageFold } from "../blind/image-fold.ts";
import { blindProbes } from "../blind/probes.ts";
import { scoreRows, type RowScores } from "../blind/score-rows.ts";
import { toBlindRows } from "../blind/to-blind-rows.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import type { Results, TiePolicy } from "./results.ts";
import { toResults, type ScoredRow, type ToResultsOptions } from "./to-results.ts";

export interface ScoreBlindOptions extends Pick<
  ToResultsOptions,
  "benchmark" | "seed" | "resamples" | "losses" | "signal"
> {
  /** What equal scores are worth; `expected` unless told. */
  readonly ties?: TiePolicy;
}

/** Results of a scorer that gives every caption the same score: chance, by way of ties. */
export async function scoreChance(
  rows: readonly RetrievalRow[],
  { ties: policy = "expected", ...options }: ScoreBlindOptions,
): Promise<Results> {
  const scored = toBlindRows(rows)
    .filter(({ negatives }) => negatives.length > 0)
    .flatMap(({ row, cells, negatives }) =>
      toScored(rows, row, cells, new Float64Array(1 + negatives.length)),
    );
  const scorer = { id: "chance", kind: "chance", details: {} } as const;
  return toResults(scored, { ...options, scorer, ties: { policy, tolerance: 0 } });
}

/** Names of what {@link scoreBlind} scores: every probe and, last, the mixture of them all. */
export const blindNames: readonly string[] = [...Object.keys(blindProbes), combinationName];

/**
 * Results of every blind probe, or of those that are named, and, last, of the mixture of them all, as the audit scores them: cross-fitted by image,
 * the mixture within each type of negatives. Their ids are `blind/<probe>`. One after the other, since each holds a score
 * for every caption.
 */
export async function* scoreBlind(
  rows: readonly RetrievalRow[],
  {
    names = blindNames,
    ties: policy = "expected",
    ...options
  }: ScoreBlindOptions & { readonly names?: readonly string[] },
): AsyncGenerator<Results> {
  const blindRows = toBlindRows(rows).filter(({ negatives }) => negatives.length > 0);
  const isMixed = names.includes(combinationName);
  const probes = Object.values(blindProbes).filter(({ name }) => isMixed || names.includes(name));
  const table = await scoreRows(blindRows, probes, { signal: options.signal });
  const folds = blindRows.map(({ imageId }) => toImageFold(imageId));
  const mixture: RowScores[] = Array.from({ length: blindRows.length });
  const types = isMixed ? groupIndices(blindRows, ({ cells }) => cells.slice(0, 1)).values() : [];
  for (const members of types) {
    await setImmediate();
    options.signal?.throwIfAborted();
    const mixed = combineScores(
      members.map((i) => table.map((column) => column[i] ?? new Float64Array())),
      members.map((i) => folds[i] ?? 0),
    );
    members.forEach((i, place) => (mixture[i] = mixed[place] ?? new Float64Array()));
  }
  const columns = [
    ...probes.map(({ name, clue }, p) => ({ name, clue, scores: table[p] ?? [] })),
    { name: combinationName, clue: "all clues together", scores: mixture },
  ];
  for (const { name, clue, scores } of columns) {
    if (!names.includes(name)) continue;
    const scored = blindRows.flatMap(({ row, cells }, i) =>
      toScored(rows, row, cells, scores[i] ?? new Float64Array()),
    );
    yield toResults(scored, {
      ...options,
      scorer: { id: `blind/${name}`, kind: "blind", details: { clue } },
      ties: { policy, tolerance: tieTolerance },
    });
  }
}

function toScored(
  rows: readonly RetrievalRow[],
  place: number,
  [type = "all"]: readonly string[],
  scores: ArrayLike<number>,
): ScoredRow[] {
  const row = rows[place];
  return row === undefined ? [] : [{ row, type, scores }];
}
