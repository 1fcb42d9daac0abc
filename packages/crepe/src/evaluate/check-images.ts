import { InputError } from "@observatory/core";
import { imageKeyOf, type RetrievalRow } from "../interchange/retrieval-row.ts";
import type { LocateImage } from "../lint/find-images.ts";

/** How images of the known benchmarks may be laid out. */
export const imageLayouts =
  "Images may stand in the directory or in folders of it: as the items name them, or as <id>.jpg, such as VG_100K/2317468.jpg of Visual Genome, val2017/000000001000.jpg of COCO, ex_0_img_0.png of Winoground.";

/**
 * Looks for the image of every row. Gives null where all are there, else what is missing, for people: how many images,
 * which first, where they were looked for. Throws InputError where none is there.
 */
export function checkImages(
  rows: readonly RetrievalRow[],
  { locateImage, directory }: { readonly locateImage: LocateImage; readonly directory: string },
): string | null {
  const all = new Set(rows.map((row) => imageKeyOf(row) ?? row.id));
  const lost = rows.filter((row) => locateImage(row) === null);
  if (lost.length === 0) return null;
  const names = new Set(lost.map((row) => row.image.file ?? row.image.id ?? row.id));
  const missing = new Set(lost.map((row) => imageKeyOf(row) ?? row.id)).size;
  const which = `${[...names].slice(0, 3).join(", ")}${names.size > 3 ? ` and ${names.size - 3} more` : ""}`;
  if (missing === all.size)
    throw new InputError(`none of the ${all.size} images is in ${directory}: ${which}`, {
      hint: imageLayouts,
    });
  return `${missing} of ${all.size} images are not in ${directory}: ${which}; ${lost.length} of ${rows.length} items go without a score`;
}
