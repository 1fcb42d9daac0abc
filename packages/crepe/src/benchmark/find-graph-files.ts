import { InputError } from "@observatory/core";
import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Best first: a file further down is read only where none of those before it is there. */
const fileNames = [
  ["scene_graphs.json"],
  ["relationships.json"],
  ["train_sceneGraphs.json", "val_sceneGraphs.json"],
  ["attributes.json"],
  ["region_descriptions.json"],
];

/**
 * The files of scene graphs that paths stand for. A directory stands for what it holds under the published names of
 * Visual Genome or GQA, plain or gzip'd. Throws InputError for a directory without them and for a path that is not there.
 */
export async function findGraphFiles(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const entry = await stat(path).catch(() => null);
    if (entry === null)
      throw new InputError(`${path} is not there`, { hint: "Check the path that --graphs names." });
    if (!entry.isDirectory()) {
      found.push(path);
      continue;
    }
    const here = new Set(await readdir(path));
    const nameOf = (name: string) => [name, `${name}.gz`].find((one) => here.has(one));
    const names = fileNames
      .map((group) => group.flatMap((name) => nameOf(name) ?? []))
      .find(({ length }) => length > 0);
    if (names === undefined) {
      throw new InputError(`${path} holds no scene graphs under a published name`, {
        hint: `Name the file itself, or call it ${fileNames.flat().join(", ")}.`,
      });
    }
    found.push(...names.map((name) => join(path, name)));
  }
  return found;
}

/** Visual Genome's sizes of images beside a file of graphs; null where there are none. */
export async function findImageData(graphs: string): Promise<string | null> {
  for (const name of ["image_data.json", "image_data.json.gz"]) {
    const path = join(dirname(graphs), name);
    if ((await stat(path).catch(() => null))?.isFile()) return path;
  }
  return null;
}
