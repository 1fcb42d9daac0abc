import { readFile, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
};

/** Larger files are not shown. */
const largest = 32 * 1024 * 1024;

/**
 * An image of a benchmark. Null where there is none, for files of other kinds, and for what a name or a link would reach
 * outside of `images/`.
 */
export async function readImage(directory: string, file: string): Promise<ImageBytes | null> {
  try {
    const root = await realpath(join(directory, "images"));
    const path = await realpath(join(root, file));
    if (!path.startsWith(root + sep)) return null;
    return await readImageFile(path, extname(file));
  } catch {
    return null;
  }
}

export interface ImageBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** `image/png` or so. */
  readonly type: string;
}

/** An image in a file of any place. Null where there is none, where it is too large to be shown, and for other kinds. */
export async function readImageFile(path: string, extension = extname(path)): Promise<ImageBytes | null> {
  const type = types[extension.toLowerCase()];
  if (type === undefined) return null;
  try {
    const found = await stat(path);
    if (!found.isFile() || found.size > largest) return null;
    return { bytes: Uint8Array.from(await readFile(path)), type };
  } catch {
    return null;
  }
}
