import { chmod } from "node:fs/promises";
import { createDirectory } from "./create-directory.ts";
import { withFileErrors } from "./file-errors.ts";

/** Creates a directory, with its parents, that only this user can enter (0700); narrows one that exists. Throws StateError. */
export async function ensurePrivateDirectory(path: string): Promise<void> {
  await createDirectory(path, { mode: 0o700 });
  await withFileErrors("create", path, async () => {
    await chmod(path, 0o700);
  });
}
