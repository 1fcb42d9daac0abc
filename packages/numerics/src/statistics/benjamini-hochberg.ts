/**
 * P-values of many tests, adjusted so that calling those of at most q true finds no more than a share q of false ones on
 * average (Benjamini and Hochberg, Journal of the Royal Statistical Society B 57, 1995). In the order given.
 *
 * @param pValues of the tests that have one
 * @param tests how many there are in all, at least as many; those without a p-value count as 1
 */
export function adjustPValues(pValues: readonly number[], tests = pValues.length): number[] {
  if (tests < pValues.length) throw new RangeError("there are more p-values than tests");
  const fromLargest = pValues.map((_, at) => at).toSorted((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0));
  const adjusted = pValues.map(() => 1);
  let least = 1;
  fromLargest.forEach((at, index) => {
    least = Math.min(least, ((pValues[at] ?? 1) * tests) / (pValues.length - index));
    adjusted[at] = least;
  });
  return adjusted;
}

/** Which hypotheses to reject so that on average at most the share `rate` of the rejected ones is true: {@link adjustPValues}. */
export function benjaminiHochberg(
  pValues: readonly number[],
  { rate, tests }: { readonly rate: number; readonly tests?: number },
): boolean[] {
  return adjustPValues(pValues, tests).map((adjusted) => adjusted <= rate);
}
