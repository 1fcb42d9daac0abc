import type { Random } from "@observatory/core";
import { quantile } from "./quantile.ts";

/** Lower and upper end. */
export type Interval = readonly [low: number, high: number];

/**
 * Draws a bootstrap sample of `units` things: how often each was drawn, `units` draws with replacement in all.
 */
export function drawBootstrapCounts(units: number, random: Random): Uint32Array {
  const counts = new Uint32Array(units);
  for (let draw = 0; draw < units; draw++) {
    const unit = random.integer(units);
    counts[unit] = (counts[unit] ?? 0) + 1;
  }
  return counts;
}

/**
 * The bootstrap's percentile interval of a mean over independent units (Efron and Tibshirani, An Introduction to the
 * Bootstrap, 1993, section 13.3). Null for no values.
 */
export function bootstrapMeanInterval(
  values: readonly number[],
  options: { readonly random: Random; readonly resamples?: number; readonly confidence?: number },
): Interval | null {
  if (values.length === 0) return null;
  const { random, resamples = 1000, confidence = 0.95 } = options;
  const means = Float64Array.from({ length: resamples }, () => {
    const counts = drawBootstrapCounts(values.length, random);
    return values.reduce((sum, value, i) => sum + value * (counts[i] ?? 0), 0) / values.length;
  });
  return percentileInterval(means, confidence);
}

/** The middle `confidence` part of resampled statistics. Null for none. */
export function percentileInterval(resampled: ArrayLike<number>, confidence = 0.95): Interval | null {
  const low = quantile(resampled, (1 - confidence) / 2);
  const high = quantile(resampled, (1 + confidence) / 2);
  return low === null || high === null ? null : [low, high];
}
