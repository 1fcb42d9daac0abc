/** The end of a log scale from 1/end to end that holds most of what the rows show: 2, 4, 8 or 16. */
export function chooseRatioEnd(
  rows: readonly { readonly ratio: number | null; readonly interval: readonly [number, number] | null }[],
): number {
  const reach = rows.flatMap(({ ratio, interval }) => {
    if (ratio === null) return [];
    return [ratio, ...(interval ?? [])]
      .filter((value) => value > 0)
      .map((value) => Math.abs(Math.log2(value)));
  });
  const most = reach.toSorted((a, b) => a - b)[Math.ceil(0.95 * reach.length) - 1] ?? 1;
  return 2 ** (([1, 2, 3, 4] as const).find((power) => most <= power) ?? 4);
}
