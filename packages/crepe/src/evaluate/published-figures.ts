import type { Random } from "@observatory/core";
import { percentileInterval } from "@observatory/numerics";
import { planPublishedFigures } from "./plan-published-figures.ts";
import { resampleMeans, type MeanEntry } from "./resample-means.ts";
import type { PublishedFigure } from "./results.ts";
import type { ScoredRow } from "./to-results.ts";

/**
 * The figures that the scripts of CREPE, SugarCrepe, Winoground and ARO print, with their rules for equal scores and their
 * means, for the rows that were read from these releases; with 95 % intervals from a bootstrap over images, or over pairs
 * for Winoground. In the order of releases, then of names. Empty for rows of other files.
 */
export async function toPublishedFigures(
  scored: readonly ScoredRow[],
  options: {
    readonly random: Random;
    readonly resamples: number;
    /** Scores no farther apart than this are equal; 0 unless told. */
    readonly tolerance?: number;
    readonly signal?: AbortSignal;
  },
): Promise<PublishedFigure[]> {
  const plans = planPublishedFigures(scored, options.tolerance ?? 0);
  const places: number[][] = [];
  const entries: MeanEntry[] = [];
  let means = 0;
  for (const { groups } of plans) {
    places.push(
      groups.map((group) => {
        for (const { unit, value } of group) entries.push({ mean: means, unit, value });
        return means++;
      }),
    );
  }
  if (means === 0) return [];
  const resampled = await resampleMeans(entries, { ...options, means });
  return plans.map(({ groups, ...plan }, i) => {
    const own = (places[i] ?? []).flatMap((mean) => resampled[mean] ?? []);
    const share = meanOf(own.map(({ value }) => value));
    const draws = Float64Array.from({ length: options.resamples }, (_, draw) =>
      meanOf(own.map(({ resampled: values }) => values[draw] ?? 0)),
    );
    return {
      ...plan,
      average: plan.over === "items" || plan.over === "pairs" ? "micro" : "macro",
      groups: groups.length,
      items: groups.reduce((sum, { length }) => sum + length, 0),
      chance: meanOf(groups.map((group) => meanOf(group.map(({ chance }) => chance)))),
      share,
      interval: percentileInterval(draws) ?? [share, share],
    };
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
