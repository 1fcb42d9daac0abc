import type { Random } from "@observatory/core";
import { drawBootstrapCounts, percentileInterval, quantile, type Interval } from "@observatory/numerics";

export interface GainsInput {
  /** For each row the image that it is about. */
  readonly imageIds: readonly string[];
  /** For each row the chance of guessing right. */
  readonly chance: readonly number[];
  /** For each probe, for each row, the share of the first place. */
  readonly shares: readonly (readonly number[])[];
}

export interface Gain {
  readonly rAt1: number;
  /** The percentile interval of R@1 alone. */
  readonly interval: Interval;
  /** R@1 less chance. */
  readonly gain: number;
  /** An interval of the gain that holds for all probes at once. */
  readonly jointInterval: Interval;
  /** The same for all probes in all tables, where there are several: wider by Bonferroni's correction for their number. */
  readonly overallInterval: Interval;
}

/**
 * R@1 of several probes over the same rows, with intervals from a bootstrap that draws images, each with all its rows.
 *
 * The joint intervals are gain +- c x standard error, c the quantile of the largest studentised deviation over all
 * probes in a resample: all of them hold the truth at once with the given confidence, however alike the probes are
 * (single-step maxT; Westfall and Young, Resampling-Based Multiple Testing, 1993, section 2.3).
 */
export function bootstrapGains(
  input: GainsInput,
  options: {
    readonly random: Random;
    readonly resamples: number;
    readonly confidence?: number;
    /** How many tables such as this are looked at; 1 unless told. */
    readonly tables?: number;
  },
): Gain[] {
  const { random, resamples, confidence = 0.95, tables = 1 } = options;
  const { sums, sizes, chances } = sumByImage(input);
  const rows = input.imageIds.length;
  const chance = mean(input.chance);
  const means = input.shares.map(mean);
  const resampledShares = input.shares.map(() => new Float64Array(resamples));
  const resampledGains = input.shares.map(() => new Float64Array(resamples));
  for (let resample = 0; resample < resamples; resample++) {
    const counts = drawBootstrapCounts(sizes.length, random);
    const drawn = dot(counts, sizes);
    const drawnChance = dot(counts, chances) / drawn;
    sums.forEach((sum, p) => {
      const share = dot(counts, sum) / drawn;
      (resampledShares[p] ?? sum)[resample] = share;
      (resampledGains[p] ?? sum)[resample] = share - drawnChance;
    });
  }
  const errors = resampledGains.map(standardDeviation);
  const largest = Float64Array.from({ length: resamples }, (_, resample) =>
    resampledGains.reduce((top, gains, p) => {
      const error = errors[p] ?? 0;
      if (error < 1e-12) return top;
      return Math.max(top, Math.abs((gains[resample] ?? 0) - (means[p] ?? 0) + chance) / error);
    }, 0),
  );
  const critical = quantile(largest, confidence) ?? 0;
  const criticalOverall = quantile(largest, 1 - (1 - confidence) / tables) ?? 0;
  return input.shares.map((_, p): Gain => {
    const rAt1 = means[p] ?? 0;
    const gain = rows === 0 ? 0 : rAt1 - chance;
    const reach = critical * (errors[p] ?? 0);
    const overall = criticalOverall * (errors[p] ?? 0);
    return {
      rAt1,
      interval: percentileInterval(resampledShares[p] ?? [], confidence) ?? [rAt1, rAt1],
      gain,
      jointInterval: [gain - reach, gain + reach],
      overallInterval: [gain - overall, gain + overall],
    };
  });
}

function sumByImage(input: GainsInput): { sums: Float64Array[]; sizes: Float64Array; chances: Float64Array } {
  const places = new Map<string, number>();
  const clusters = input.imageIds.map((id) => {
    const place = places.get(id) ?? places.size;
    places.set(id, place);
    return place;
  });
  const total = (values: readonly number[] | null): Float64Array => {
    const sums = new Float64Array(places.size);
    clusters.forEach(
      (cluster, i) => (sums[cluster] = (sums[cluster] ?? 0) + (values === null ? 1 : (values[i] ?? 0))),
    );
    return sums;
  };
  return { sums: input.shares.map(total), sizes: total(null), chances: total(input.chance) };
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function standardDeviation(values: Float64Array): number {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, values.length - 1),
  );
}
