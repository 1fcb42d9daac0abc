/**
 * Which hypotheses to reject so that on average at most the share `rate` of the rejected ones is true (Benjamini and
 * Hochberg, Journal of the Royal Statistical Society B 57, 1995).
 *
 * @param pValues of the tests that have one
 * @param tests how many there are in all, at least as many; those without a p-value count as 1
 */
export function benjaminiHochberg(
  pValues: readonly number[],
  { rate, tests = pValues.length }: { readonly rate: number; readonly tests?: number },
): boolean[] {
  if (tests < pValues.length) throw new RangeError("there are more p-values than tests");
  const sorted = pValues.toSorted((a, b) => a - b);
  let limit = -1;
  sorted.forEach((p, index) => {
    if (p <= (rate * (index + 1)) / tests) limit = p;
  });
  return pValues.map((p) => p <= limit);
}
