import type { BlindRow } from "./blind-row.ts";

/** A score of one caption: higher means more likely to be the true one. Finite for every text, the empty one too. */
export type CaptionScore = (caption: string) => number;

/** A scorer that never sees an image. What it wins, a benchmark gives away in its words alone. */
export interface Probe {
  readonly name: string;
  /** What gives the true caption away where this probe wins, as a noun phrase: "the shorter text". */
  readonly clue: string;
  /** Whether the score depends on the rows given to `fit`. */
  readonly learns: boolean;
  /** Learns from rows of other images than those it will judge, and returns the score. */
  fit(rows: readonly BlindRow[]): CaptionScore;
}
