import type { BlindRow } from "./blind-row.ts";
import { groupIndices } from "./group-indices.ts";

/**
 * Whether rows come in whole families: rows of one image, or group of images, with the same captions, each of them the
 * true one exactly once. Then whoever judges captions without the image is right at chance, whatever the judgement
 * rests on, single captions or the whole list.
 */
export function isCounterbalanced(rows: readonly BlindRow[]): boolean {
  const families = groupIndices(rows, ({ imageId, caption, negatives }) => [
    JSON.stringify([imageId, [caption, ...negatives].toSorted()]),
  ]);
  return (
    rows.length > 0 &&
    [...families.values()].every((members) => {
      const captions = new Set(members.map((i) => rows[i]?.caption));
      return (
        members.every((i) => rows[i]?.negatives.length === members.length - 1) &&
        captions.size === members.length
      );
    })
  );
}
