import { createReadStream } from "node:fs";
import { appendFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensurePrivateDirectory } from "./ensure-private-directory.ts";
import { withFileErrors } from "./file-errors.ts";
import { temporaryPathFor } from "./temporary-files.ts";

/** Files for the time of one piece of work, in a directory that only this user can enter. */
export interface ScratchDirectory {
  /** Appends to the file of this name, which is made where there is none. Throws StateError. */
  append(name: string, data: string | Uint8Array): Promise<void>;
  /** The bytes of a file in pieces of at most 256 KiB. Throws StateError. */
  read(name: string): AsyncIterable<Buffer>;
  /** Where the file of this name is, for what reads files itself. */
  pathOf(name: string): string;
  /** Gives the room of a file back. */
  remove(name: string): Promise<void>;
  /** Removes the directory with all that is in it; a second time does nothing. */
  close(): Promise<void>;
}

/**
 * A scratch directory inside `parent`, or among the temporary files of the system. It is made when something is first
 * written. Its name is one that `removeTemporaryFiles` knows, so that what a killed process left goes with the next.
 */
export function createScratchDirectory(
  options: { readonly parent?: string | undefined } = {},
): ScratchDirectory {
  const directory = temporaryPathFor(join(options.parent ?? tmpdir(), "observatory-scratch"));
  let isThere = false;

  return {
    append: async (name, data) => {
      if (!isThere) await ensurePrivateDirectory(directory);
      isThere = true;
      const path = join(directory, name);
      await withFileErrors("write", path, () => appendFile(path, data, { mode: 0o600 }));
    },
    read: (name) => readPieces(join(directory, name)),
    pathOf: (name) => join(directory, name),
    remove: (name) => rm(join(directory, name), { force: true }),
    close: async () => {
      isThere = false;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function* readPieces(path: string): AsyncGenerator<Buffer> {
  const pieces: AsyncIterator<Buffer> = createReadStream(path, { highWaterMark: 256 * 1024 })[
    Symbol.asyncIterator
  ]();
  try {
    for (;;) {
      const next = await withFileErrors("read", path, () => pieces.next());
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await pieces.return?.();
  }
}
