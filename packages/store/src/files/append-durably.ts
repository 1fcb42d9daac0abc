import { open } from "node:fs/promises";
import { dirname } from "node:path";
import { withFileErrors } from "./file-errors.ts";
import { syncDirectory } from "./sync-directory.ts";
import type { WriteFileOptions } from "./write-file-atomic.ts";

/** Appends to a file, which is made where there is none; it is on disk when this returns. Throws StateError. */
export async function appendDurably(
  path: string,
  text: string,
  options: WriteFileOptions = {},
): Promise<void> {
  await withFileErrors("write", path, async () => {
    const file = await open(path, "a", options.mode ?? 0o666);
    try {
      await file.appendFile(text);
      await file.datasync();
    } finally {
      await file.close();
    }
    await syncDirectory(dirname(path));
  });
}
