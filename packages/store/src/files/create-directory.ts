import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { fileErrorCode, withFileErrors } from "./file-errors.ts";

/** Creates a directory and its missing parents; one that exists stays as it is. Throws StateError. */
export async function createDirectory(path: string, options: { readonly mode?: number } = {}): Promise<void> {
  await withFileErrors("create", path, () => create(path, options));
}

/** Not `recursive: true`: that spins for ever where an existing parent answers ENOENT, as in /proc (Node 20). */
async function create(path: string, options: { readonly mode?: number }): Promise<void> {
  try {
    await mkdir(path, options);
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === "EEXIST" && (await isDirectory(path))) return;
    if (code !== "ENOENT" || (await isDirectory(dirname(path)))) throw error;
    await create(dirname(path), options);
    await create(path, options);
  }
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
