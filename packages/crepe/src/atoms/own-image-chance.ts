/** How often one caption comes first (0 to 1) at its own image, and at all images of its family, that one included. */
export interface FamilyPlaces {
  readonly own: number;
  readonly all: readonly number[];
}

/** Sums nearer than this are equal. */
const precision = 1e9;

/**
 * How likely a caption would come first at its own images as often as it does, or oftener, if the images made no difference:
 * in each family any image could then be its own. An exact permutation test, one-sided (Good, Permutation, Parametric, and
 * Bootstrap Tests of Hypotheses, 2005): of scorers that do not see at most a share `level` falls below `level`. 1 without
 * families.
 */
export function ownImageChance(families: readonly FamilyPlaces[]): number {
  let sums = new Map([[0, 1]]);
  for (const { all } of families) {
    const next = new Map<number, number>();
    for (const [sum, share] of sums) {
      for (const place of all) {
        const key = sum + Math.round(place * precision);
        next.set(key, (next.get(key) ?? 0) + share / all.length);
      }
    }
    sums = next;
  }
  const found = families.reduce((sum, { own }) => sum + Math.round(own * precision), 0);
  const tail = [...sums].reduce((total, [sum, share]) => total + (sum >= found ? share : 0), 0);
  return Math.min(1, tail);
}
