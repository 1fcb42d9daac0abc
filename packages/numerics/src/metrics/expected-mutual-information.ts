/**
 * Mutual information, in nats, that two partitions with these cluster sizes share by chance: its exact mean over all
 * ways to permute one of them (Vinh, Epps and Bailey, Journal of Machine Learning Research 11, 2010, section 4).
 *
 * The hypergeometric probabilities of a pair of sizes are followed from the likeliest count both ways by their ratio
 * and scaled to sum to one, so neither factorials nor their rounding come in; the walk ends where a probability cannot
 * change the sum. Equal pairs of sizes are computed once.
 */
export function expectedMutualInformation(rowSums: ArrayLike<number>, columnSums: ArrayLike<number>): number {
  const rows = countSizes(rowSums);
  const columns = countSizes(columnSums);
  let items = 0;
  for (const [size, count] of rows) items += size * count;
  let sum = 0;
  for (const [a, rowCount] of rows) {
    for (const [b, columnCount] of columns) sum += rowCount * columnCount * expectedTerm(a, b, items);
  }
  return sum;
}

function countSizes(sizes: ArrayLike<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i < sizes.length; i++) {
    const size = sizes[i] ?? 0;
    if (size > 0) counts.set(size, (counts.get(size) ?? 0) + 1);
  }
  return counts;
}

/** Mean of `k / n * ln(n k / (a b))` for hypergeometric `k`: a and b of n items drawn, k in both. */
function expectedTerm(a: number, b: number, n: number): number {
  const low = Math.max(0, a + b - n);
  const high = Math.min(a, b);
  const mode = Math.min(high, Math.max(low, Math.floor(((a + 1) * (b + 1)) / (n + 2))));
  const scale = Math.log(n) - Math.log(a) - Math.log(b);
  const information = (k: number): number => (k === 0 ? 0 : k * (Math.log(k) + scale));

  let mass = 1;
  let sum = information(mode);
  for (let k = mode, weight = 1; k < high && weight > negligible; k++) {
    weight *= ((a - k) * (b - k)) / ((k + 1) * (n - a - b + k + 1));
    mass += weight;
    sum += weight * information(k + 1);
  }
  for (let k = mode, weight = 1; k > low && weight > negligible; k--) {
    weight *= (k * (n - a - b + k)) / ((a - k + 1) * (b - k + 1));
    mass += weight;
    sum += weight * information(k - 1);
  }
  return sum / mass / n;
}

const negligible = 1e-22;
