/** With fewer images unlike the rest, resamples by the image tell too little of how an estimate varies. */
const fewestUnlike = 15;

/**
 * Why nothing can be told of what moves hits, or null where something can: `all-alike` where they are all the same, such as
 * all right; `nearly-all-alike` where fewer than fifteen units (images) have one that is not as most are.
 */
export function findAlike(
  rows: readonly { readonly hit: number; readonly unit: string }[],
): "all-alike" | "nearly-all-alike" | null {
  const counts = new Map<number, number>();
  for (const { hit } of rows) counts.set(hit, (counts.get(hit) ?? 0) + 1);
  const [[usual] = [0]] = [...counts].toSorted(([, a], [, b]) => b - a);
  const unlike = new Set(rows.flatMap(({ hit, unit }) => (hit === usual ? [] : [unit]))).size;
  if (unlike === 0) return "all-alike";
  return unlike < fewestUnlike ? "nearly-all-alike" : null;
}
