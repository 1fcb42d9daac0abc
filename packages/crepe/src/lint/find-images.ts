import { InputError } from "@observatory/core";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";

/** Gives the path of a row's image, or null where it is not there. */
export type LocateImage = (row: Pick<RetrievalRow, "image">) => string | null;

const extension = /\.(?:png|jpe?g|webp|gif|bmp|tiff?)$/iu;

/**
 * Lists the images below a directory, through links to directories too. A row's image is there if its path is, relative
 * to the directory or to one of the folders in its path (`val2014/1.jpg` in `val2014/`); a name without folder may stand
 * in any folder (`VG_100K_2/`), with any extension (the ids of Visual Genome and Winoground), and a number with zeros
 * before it (COCO's). No row leads out of the directory. Throws InputError where it cannot be read.
 */
export async function findImages(directory: string): Promise<LocateImage> {
  const paths = new Map<string, string>();
  const stems = new Map<string, string>();
  const numbers = new Map<string, string>();
  const add = (names: Map<string, string>, name: string, path: string): void => {
    if (!names.has(name)) names.set(name, path);
  };
  for (const path of await listImages(directory)) {
    paths.set(path, path);
    const stem = basename(path).replace(extension, "");
    add(stems, basename(path), path);
    add(stems, stem, path);
    const number = /^(?:COCO_[a-z]+20\d\d_)?0*(\d+)$/u.exec(stem)?.[1];
    if (number !== undefined) add(numbers, number, path);
  }
  const findBare = (name: string): string | undefined => stems.get(name) ?? numbers.get(name);
  const find = (file: string): string | undefined => {
    const folders = file.replace(/^(?:\.\/)?(?:images\/)?/u, "").split("/");
    for (let from = 0; from < folders.length; from++) {
      const path = paths.get(folders.slice(from).join("/"));
      if (path !== undefined) return path;
    }
    return folders.length === 1 ? findBare(folders[0] ?? "") : undefined;
  };
  return ({ image: { file, id } }) => {
    const path =
      (file === undefined ? undefined : find(file)) ?? (id === undefined ? undefined : findBare(id));
    return path === undefined ? null : join(directory, path);
  };
}

/** Paths relative to the directory, with slashes, in the order of their names. Throws InputError. */
async function listImages(directory: string): Promise<string[]> {
  const found: string[] = [];
  const visited = new Set<string>();
  const visit = async (folder: string): Promise<void> => {
    const full = join(directory, folder);
    const real = await realpath(full);
    if (visited.has(real)) return;
    visited.add(real);
    for (const entry of await readdir(full, { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (extension.test(entry.name)) {
        if (!entry.isDirectory()) found.push(path);
      } else if (entry.isDirectory()) await visit(path);
      else if (entry.isSymbolicLink() && (await isDirectory(join(directory, path)))) await visit(path);
    }
  };
  try {
    await visit("");
  } catch (cause) {
    const isFile = (await stat(directory).catch(() => null))?.isFile() === true;
    throw new InputError(`cannot read the directory of images ${directory}`, {
      hint: isFile ? "It is a file: unpack it and name the directory." : "Check the path.",
      cause,
    });
  }
  return found.toSorted();
}

async function isDirectory(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true;
}
