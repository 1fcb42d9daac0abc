import { InputError } from "@observatory/core";
import { readdir } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";

/** Gives the path of a row's image, or null where it is not there. */
export type LocateImage = (row: Pick<RetrievalRow, "image">) => string | null;

const extension = /\.(?:png|jpe?g|webp|gif|bmp|tiff?)$/iu;

/**
 * Lists the images below a directory. A row's image is there if its path is, relative to the directory; a name without
 * folder or extension (the ids of Visual Genome and Winoground) may also stand in any folder with any extension. No row
 * leads out of the directory. Throws InputError where it cannot be read.
 */
export async function findImages(directory: string): Promise<LocateImage> {
  const paths = new Map<string, string>();
  const stems = new Map<string, string>();
  const add = (names: Map<string, string>, name: string, path: string): void => {
    if (!names.has(name)) names.set(name, path);
  };
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    const found = entries
      .filter((entry) => !entry.isDirectory() && extension.test(entry.name))
      .map((entry) => relative(directory, `${entry.parentPath}${sep}${entry.name}`))
      .toSorted();
    for (const path of found) paths.set(path.replaceAll(sep, "/"), path);
    for (const path of found) {
      add(paths, basename(path), path);
      add(stems, basename(path).replace(extension, ""), path);
    }
  } catch (cause) {
    throw new InputError(`cannot read the directory of images ${directory}`, {
      hint: "Check the path.",
      cause,
    });
  }
  return ({ image }) => {
    const file = image.file?.replace(/^(?:\.\/)?(?:images\/)?/u, "");
    const name = file ?? image.id;
    if (name === undefined) return null;
    const byStem = basename(name) === name ? stems.get(name) : undefined;
    const path = (file === undefined ? undefined : paths.get(file)) ?? byStem;
    return path === undefined ? null : join(directory, path);
  };
}
