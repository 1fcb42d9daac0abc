import { setImmediate } from "node:timers/promises";
import type { Random } from "@observatory/core";
import { drawBootstrapCounts } from "@observatory/numerics";

/** A value that counts in one mean. */
export interface MeanEntry {
  /** Which mean, from 0. */
  readonly mean: number;
  /** What is drawn as a whole with all its entries: an image. */
  readonly unit: string;
  readonly value: number;
}

/**
 * Means of groups of values, and the same means in bootstrap samples that draw units, each with all its entries. All means
 * share the draws, so a difference of two of them is resampled by subtraction. Entries may be in several means.
 *
 * Gives for each mean its value and `resamples` resampled ones. A resample that draws no entry of a mean repeats its value.
 */
export async function resampleMeans(
  entries: Iterable<MeanEntry>,
  options: {
    readonly means: number;
    readonly random: Random;
    readonly resamples: number;
    readonly signal?: AbortSignal;
  },
): Promise<{ readonly value: number; readonly resampled: Float64Array }[]> {
  const { means, random, resamples, signal } = options;
  const units = sumByUnit(entries);
  const totals = sumUp(units, null, means);
  const results = Array.from({ length: means }, (_, m) => ({
    value: totals.meanOf(m) ?? 0,
    resampled: new Float64Array(resamples),
  }));
  for (let resample = 0; resample < resamples; resample++) {
    if (resample % 20 === 19) {
      await setImmediate();
      signal?.throwIfAborted();
    }
    const drawn = sumUp(units, drawBootstrapCounts(units.length, random), means);
    results.forEach(({ value, resampled }, m) => (resampled[resample] = drawn.meanOf(m) ?? value));
  }
  return results;
}

/** Of one unit: for each mean that it counts in, the number, the sum and the count. */
type UnitSums = readonly { readonly mean: number; readonly sum: number; readonly count: number }[];

function sumByUnit(entries: Iterable<MeanEntry>): UnitSums[] {
  const units = new Map<string, Map<number, { sum: number; count: number }>>();
  for (const { mean, unit, value } of entries) {
    const sums = units.get(unit) ?? new Map<number, { sum: number; count: number }>();
    units.set(unit, sums);
    const { sum, count } = sums.get(mean) ?? { sum: 0, count: 0 };
    sums.set(mean, { sum: sum + value, count: count + 1 });
  }
  return [...units.values()].map((sums) => [...sums].map(([mean, rest]) => ({ mean, ...rest })));
}

function sumUp(
  units: readonly UnitSums[],
  counts: Uint32Array | null,
  means: number,
): { readonly meanOf: (mean: number) => number | null } {
  const sums = new Float64Array(means);
  const sizes = new Float64Array(means);
  units.forEach((unit, i) => {
    const times = counts === null ? 1 : (counts[i] ?? 0);
    if (times === 0) return;
    for (const { mean, sum, count } of unit) {
      sums[mean] = (sums[mean] ?? 0) + times * sum;
      sizes[mean] = (sizes[mean] ?? 0) + times * count;
    }
  });
  return { meanOf: (mean) => (sizes[mean] === 0 ? null : (sums[mean] ?? 0) / (sizes[mean] ?? 1)) };
}
