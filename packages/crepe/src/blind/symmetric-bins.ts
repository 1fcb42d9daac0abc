import type { Random } from "@observatory/core";
import { groupIndices } from "./group-indices.ts";

export interface SymmetricBinsOptions {
  readonly random: Random;
  /** Even number of equal bins on each axis between -range and range; 20 unless told. */
  readonly bins?: number;
  /** For each axis the difference at which bins end; larger ones count in the outermost. The largest found unless told. */
  readonly ranges?: readonly number[];
}

/**
 * Keeps pairs so that a true caption wins as often as it loses, everywhere: the adversarial refinement of SugarCrepe
 * (Hsieh et al., SugarCrepe, NeurIPS 2023, algorithm 1).
 *
 * Each pair is a point: the true caption's score less the negative's, one coordinate for each probe. Space is cut into
 * boxes symmetric about the origin; of each box and its mirror image the fuller loses random points until both hold the
 * same number. A difference of zero is a box of its own, its own mirror image on that axis.
 *
 * @param differences for each pair one number for each probe
 * @returns indices of the pairs that stay, ascending
 */
export function balanceSymmetricBins(
  differences: readonly (readonly number[])[],
  options: SymmetricBinsOptions,
): number[] {
  const { random, bins = 20 } = options;
  const axes = differences[0]?.length ?? 0;
  const ranges =
    options.ranges ??
    Array.from({ length: axes }, (_, axis) =>
      differences.reduce((top, point) => Math.max(top, Math.abs(point[axis] ?? 0)), 0),
    );
  const toBox = (point: readonly number[]): number[] =>
    point.map((value, axis) => {
      const width = (ranges[axis] ?? 0) / (bins / 2);
      return value === 0 || width === 0
        ? 0
        : Math.sign(value) * Math.min(bins / 2, Math.ceil(Math.abs(value) / width));
    });
  const keyOf = (box: readonly number[], sign: 1 | -1): string => box.map((part) => part * sign + 0).join();
  const boxes = groupIndices(differences, (point) => [keyOf(toBox(point), 1)]);
  const kept = [...boxes].flatMap(([key, members]) => {
    const mirror = boxes.get(keyOf(key.split(",").map(Number), -1)) ?? [];
    return members.length <= mirror.length ? members : random.shuffle(members).slice(0, mirror.length);
  });
  return kept.toSorted((a, b) => a - b);
}
