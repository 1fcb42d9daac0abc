/**
 * P-values of many tests, adjusted so that calling those below q true finds no more than a share q of false ones on
 * average (Benjamini and Hochberg, Controlling the false discovery rate, 1995, as step-up). In the order given.
 */
export function adjustPValues(pValues: readonly number[]): number[] {
  const order = pValues.map((_, i) => i).toSorted((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0));
  const adjusted = pValues.map(() => 1);
  let least = 1;
  order.forEach((place, i) => {
    const rank = pValues.length - i;
    least = Math.min(least, ((pValues[place] ?? 1) * pValues.length) / rank);
    adjusted[place] = least;
  });
  return adjusted;
}
