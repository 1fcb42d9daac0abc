import { setImmediate } from "node:timers/promises";
import type { BlindRow } from "./blind-row.ts";
import { foldCount, toImageFold } from "./image-fold.ts";
import type { Probe } from "./probe.ts";

/** What one probe gave the captions of one row: the true caption first, then the negatives in order. */
export type RowScores = Float64Array;

export interface ScoreRowsOptions {
  /** Deals the images into other folds. */
  readonly salt?: string;
  /** What probes learn of a row; the row itself unless told, nothing for null. */
  readonly toLearned?: (row: number) => BlindRow | null;
  readonly signal?: AbortSignal;
}

/**
 * Scores rows by probes, cross-fitted: the probe that scores a row learned from the rows whose images are in other
 * folds. One list for each probe, in the order of the rows.
 */
export async function scoreRows(
  rows: readonly BlindRow[],
  probes: readonly Probe[],
  options: ScoreRowsOptions = {},
): Promise<RowScores[][]> {
  const { toLearned = (row: number) => rows[row] ?? null } = options;
  const folds = rows.map((row) => toImageFold(row.imageId, options.salt));
  const table: RowScores[][] = [];
  for (const probe of probes) {
    const column: RowScores[] = Array.from({ length: rows.length });
    for (let fold = 0; fold < (probe.learns ? foldCount : 1); fold++) {
      // Lets an abort be heard: the work itself never waits.
      await setImmediate();
      options.signal?.throwIfAborted();
      const isJudged = (i: number): boolean => !probe.learns || folds[i] === fold;
      const score = probe.fit(
        probe.learns ? rows.flatMap((_, i) => (isJudged(i) ? [] : (toLearned(i) ?? []))) : [],
      );
      rows.forEach((row, i) => {
        if (isJudged(i)) column[i] = Float64Array.from([row.caption, ...row.negatives], score);
      });
    }
    table.push(column);
  }
  return table;
}
