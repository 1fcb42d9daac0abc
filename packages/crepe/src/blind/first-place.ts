/** Scores nearer than this count as equal: sums of the same logarithms in another order differ by rounding. */
export const tieTolerance = 1e-9;

/** Where the true caption stands: how many false ones score higher, and how many the same. */
export interface Standing {
  readonly above: number;
  readonly tied: number;
}

/** The standing of the first score among the others; scores within {@link tieTolerance} are equal. */
export function toStanding(scores: ArrayLike<number>): Standing {
  return toStandingWithin(tieTolerance, scores);
}

/** The same for another tolerance. */
export function toStandingWithin(tolerance: number, scores: ArrayLike<number>): Standing {
  const own = scores[0] ?? 0;
  let above = 0;
  let tied = 0;
  for (let i = 1; i < scores.length; i++) {
    const lead = (scores[i] ?? 0) - own;
    if (lead > tolerance) above++;
    else if (lead >= -tolerance) tied++;
  }
  return { above, tied };
}

/** The chance that the true caption comes first when ties are broken at random: R@1 of one row, ties split. */
export function firstPlaceShare(standing: Standing): number {
  return standing.above > 0 ? 0 : 1 / (1 + standing.tied);
}
