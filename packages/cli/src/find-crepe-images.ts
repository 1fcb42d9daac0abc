import { UsageError, type EventSink } from "@observatory/core";
import type { EvaluatedRows, LocateImage } from "@observatory/crepe";

/**
 * Finds the images of a benchmark's rows: in a directory, or else in its Parquet files, of which they are written to
 * `extracted`. Warns of images that are not there. Throws UsageError where nothing says where they are, and InputError
 * where the directory cannot be read or has none of them.
 */
export async function findCrepeImages(
  paths: readonly string[],
  options: {
    readonly rows: EvaluatedRows["rows"];
    readonly images: string | undefined;
    readonly extracted: string;
    readonly signal: AbortSignal;
    readonly onEvent: EventSink;
  },
): Promise<LocateImage> {
  const { checkImages, extractImages, findImages, imageLayouts } = await import("@observatory/crepe");
  const { rows, images, extracted, signal, onEvent } = options;
  if (images === undefined && (await extractImages(paths, extracted, { signal })) === 0)
    throw new UsageError("nothing says where the images are", {
      hint: "Name their directory: --images DIR.",
    });
  const directory = images ?? extracted;
  const locateImage = await findImages(directory);
  const missing = checkImages(rows, { locateImage, directory });
  if (missing !== null)
    onEvent({ type: "warning", code: "missing-images", message: missing, hint: imageLayouts });
  return locateImage;
}
