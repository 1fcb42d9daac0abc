import { randomBytes } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { withFileErrors } from "./file-errors.ts";

const temporaryName = /^\..+\.[0-9a-f]{16}\.tmp$/u;

/** A fresh hidden path in the same directory, so that a rename onto `path` is atomic. */
export function temporaryPathFor(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(8).toString("hex")}.tmp`);
}

/**
 * Removes what killed writers left in a directory: names that {@link temporaryPathFor} makes, and nothing else.
 * Only for the one owner of the directory: a temporary name of a living writer goes too.
 */
export async function removeTemporaryFiles(
  directory: string,
  options: { readonly deep?: boolean } = {},
): Promise<void> {
  await withFileErrors("clean", directory, async () => {
    for (const entry of await readdir(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      if (temporaryName.test(entry.name)) await rm(path, { recursive: true, force: true });
      else if (options.deep && entry.isDirectory()) await removeTemporaryFiles(path, options);
    }
  });
}
