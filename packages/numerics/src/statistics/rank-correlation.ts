/**
 * Spearman's rank correlation of two lists of equal length: the correlation of their ranks, of which equal values share
 * the mean (Spearman, American Journal of Psychology 15, 1904). Between -1 and 1. Null where a list does not vary, or for
 * fewer than two pairs. Throws RangeError for lists of different length.
 */
export function rankCorrelation(left: readonly number[], right: readonly number[]): number | null {
  if (left.length !== right.length) throw new RangeError("the lists differ in length");
  const a = toCentredRanks(left);
  const b = toCentredRanks(right);
  const squares = sumOfProducts(a, a) * sumOfProducts(b, b);
  return squares === 0 ? null : sumOfProducts(a, b) / Math.sqrt(squares);
}

/** Ranks from 1, equal values with their mean rank, less the mean of all. */
function toCentredRanks(values: readonly number[]): Float64Array {
  const order = [...values.keys()].sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    const value = values[order[start] ?? 0];
    let end = start;
    while (end < order.length && values[order[end] ?? 0] === value) end++;
    for (const index of order.slice(start, end)) ranks[index] = (start + 1 + end) / 2;
    start = end;
  }
  const mean = (values.length + 1) / 2;
  return ranks.map((rank) => rank - mean);
}

function sumOfProducts(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
