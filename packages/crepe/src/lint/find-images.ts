import { InputError } from "@observatory/core";
import { readdir } from "node:fs/promises";
import { basename, relative, sep } from "node:path";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";

/** Tells whether the image of a row is there. */
export type HasImage = (row: RetrievalRow) => boolean;

const extension = /\.(?:png|jpe?g|webp|gif|bmp|tiff?)$/iu;

/**
 * Lists the images below a directory. A row's image is there if its path is, relative to the directory; a name without
 * folder or extension (the ids of Visual Genome and Winoground) may also stand in any folder with any extension.
 * Throws InputError where the directory cannot be read.
 */
export async function findImages(directory: string): Promise<HasImage> {
  const paths = new Set<string>();
  const stems = new Set<string>();
  try {
    for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory() || !extension.test(entry.name)) continue;
      paths.add(relative(directory, `${entry.parentPath}${sep}${entry.name}`).replaceAll(sep, "/"));
      paths.add(entry.name);
      stems.add(entry.name.replace(extension, ""));
    }
  } catch (cause) {
    throw new InputError(`cannot read the directory of images ${directory}`, {
      hint: "Check the path.",
      cause,
    });
  }
  return ({ image }) => {
    const file = image.file?.replace(/^(?:\.\/)?(?:images\/)?/u, "");
    if (file !== undefined) return paths.has(file) || (basename(file) === file && stems.has(file));
    return image.id !== undefined && stems.has(image.id);
  };
}
