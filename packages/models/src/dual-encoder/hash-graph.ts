import { contentHash, hashFile, InputError } from "@observatory/core";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

export interface GraphHash {
  /** SHA-256 of the graph's own file. */
  readonly own: string;
  /** Of it and of the files of weights beside it. */
  readonly all: string;
  /** Size of them together. */
  readonly bytes: number;
}

/**
 * Hashes an ONNX file with the files of weights that stand beside it under its name and more (`model.onnx_data`,
 * `model.onnx.data`). Throws InputError where it cannot be read.
 */
export async function hashGraph(
  path: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<GraphHash> {
  const name = basename(path);
  const names = await readdir(dirname(path)).catch(() => []);
  const hashes: Record<string, string> = {};
  let bytes = 0;
  for (const one of names.filter((other) => other.startsWith(name)).toSorted()) {
    hashes[one] = await hashFile(join(dirname(path), one), options);
    bytes += (await stat(join(dirname(path), one))).size;
  }
  const own = hashes[name];
  if (own !== undefined) return { own, all: contentHash(hashes), bytes };
  throw new InputError(`${path} is not there`, { hint: "The folder is not complete." });
}
