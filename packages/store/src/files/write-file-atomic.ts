import { open, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { withFileErrors } from "./file-errors.ts";
import { syncDirectory } from "./sync-directory.ts";
import { temporaryPathFor } from "./temporary-files.ts";

export interface WriteFileOptions {
  /** Permissions of the file; the process's default where absent. */
  readonly mode?: number;
}

/**
 * Writes a file so that a reader, or a power cut, finds either the old content or the new and never a part.
 *
 * Temporary name in the same directory, fsync, rename, fsync of the directory. Throws StateError.
 */
export async function writeFileAtomic(
  path: string,
  data: string | Uint8Array | AsyncIterable<string | Uint8Array>,
  options: WriteFileOptions = {},
): Promise<void> {
  const temporary = temporaryPathFor(path);
  await withFileErrors("write", path, async () => {
    try {
      const file = await open(temporary, "wx", options.mode ?? 0o666);
      try {
        await writeFile(file, data);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await syncDirectory(dirname(path));
  });
}

/** The second half of an atomic write, for a temporary file that something else has written and closed. */
export async function commitFile(
  temporary: string,
  path: string,
  options: WriteFileOptions = {},
): Promise<void> {
  await withFileErrors("write", path, async () => {
    const file = await open(temporary, "r+");
    try {
      if (options.mode !== undefined) await file.chmod(options.mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await syncDirectory(dirname(path));
  });
}
