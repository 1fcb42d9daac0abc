import { contentHash, hashFile, InputError } from "@observatory/core";
import { findWeightFiles, readGraphOutline } from "@observatory/onnx";
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
 * Hashes an ONNX file with its files of weights: those that it names, and those that stand beside it under its name and
 * more (`model.onnx_data`, `model.onnx.data`). Throws InputError where one cannot be read.
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
  if (own === undefined)
    throw new InputError(`${path} is not there`, { hint: "The folder is not complete." });
  // One that is cut short is told by its hash, or when it is loaded.
  const outline = await readGraphOutline(path).catch(() => null);
  for (const file of outline === null ? [] : await findWeightFiles(path, outline)) {
    if (hashes[file.location] !== undefined) continue;
    hashes[file.location] = await hashFile(file.path, options);
    bytes += file.bytes;
  }
  return { own, all: contentHash(hashes), bytes };
}
