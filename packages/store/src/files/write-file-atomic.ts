import { open, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { withFileErrors } from "./file-errors.ts";
import { syncDirectory } from "./sync-directory.ts";
import { temporaryPathFor } from "./temporary-files.ts";

const blockBytes = 256 * 1024;

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
        await writeFile(file, isWhole(data) ? data : inBlocks(data));
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

function isWhole(data: string | Uint8Array | AsyncIterable<unknown>): data is string | Uint8Array {
  return typeof data === "string" || data instanceof Uint8Array;
}

/** The bytes of a stream in blocks: a write for each line of a million takes longer than making the lines. */
async function* inBlocks(data: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let block: Buffer[] = [];
  let length = 0;
  for await (const piece of data) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    block.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    length += bytes.length;
    if (length < blockBytes) continue;
    yield Buffer.concat(block, length);
    block = [];
    length = 0;
  }
  yield Buffer.concat(block, length);
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
