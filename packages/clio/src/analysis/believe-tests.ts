/**
 * Which of many tests to believe so that, of those believed, the expected share that is wrong stays under `rate`:
 * Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995). In the order of the p values.
 */
export function believeTests(pValues: readonly number[], rate: number): boolean[] {
  const order = [...pValues.keys()].toSorted((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1));
  const last = order.findLastIndex(
    (test, rank) => (pValues[test] ?? 1) <= (rate * (rank + 1)) / pValues.length,
  );
  const believed = new Set(order.slice(0, last + 1));
  return pValues.map((_, test) => believed.has(test));
}
