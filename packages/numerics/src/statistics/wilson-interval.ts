import { normalQuantile } from "./normal-quantile.ts";

/**
 * Interval for a share from `successes` of `trials` independent trials (Wilson, Journal of the American Statistical
 * Association 22, 1927, without continuity correction). Unlike the textbook interval it is sound for few trials and
 * for shares near 0 and 1. Null for no trials. Throws RangeError for counts that cannot be.
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  options: { readonly confidence?: number } = {},
): readonly [low: number, high: number] | null {
  if (!(successes >= 0 && successes <= trials))
    throw new RangeError("successes lie between 0 and the trials");
  if (trials === 0) return null;
  const z = normalQuantile((1 + (options.confidence ?? 0.95)) / 2);
  const share = successes / trials;
  const weight = (z * z) / trials;
  const middle = (share + weight / 2) / (1 + weight);
  const half = Math.sqrt(share * (1 - share) * weight + (weight * weight) / 4) / (1 + weight);
  return [successes === 0 ? 0 : middle - half, successes === trials ? 1 : middle + half];
}
