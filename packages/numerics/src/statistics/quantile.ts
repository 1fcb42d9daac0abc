/**
 * The `probability` quantile of numbers in any order, linear between order statistics (type 7 of Hyndman and Fan, The
 * American Statistician 50, 1996; the default of numpy and R). Null for no numbers. Throws RangeError for a
 * probability outside [0, 1].
 */
export function quantile(values: ArrayLike<number>, probability: number): number | null {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError("a probability lies between 0 and 1");
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const position = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? 0;
  return below + (above - below) * (position - Math.floor(position));
}
