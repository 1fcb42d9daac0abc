import { chmod, mkdir } from "node:fs/promises";
import { withFileErrors } from "./file-errors.ts";

/** Creates a directory, with its parents, that only this user can enter (0700); narrows one that exists. Throws StateError. */
export async function ensurePrivateDirectory(path: string): Promise<void> {
  await withFileErrors("create", path, async () => {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await chmod(path, 0o700);
  });
}
