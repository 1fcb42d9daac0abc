import { StateError } from "@observatory/core";
import { open, rm } from "node:fs/promises";
import { withFileErrors } from "../files/file-errors.ts";
import { temporaryPathFor } from "../files/temporary-files.ts";
import { commitFile } from "../files/write-file-atomic.ts";

export interface VectorWriter extends AsyncDisposable {
  /** Rows so far. */
  readonly rows: number;
  /** Appends whole rows, one after the other in the array. Throws TypeError for a part of a row, StateError. */
  append(rows: Float32Array): Promise<void>;
  /** Gives the file its name. Without this, disposing of the writer leaves nothing. Throws StateError. */
  finish(): Promise<void>;
}

/** Writes a file of float32 rows, little-endian, without a header; it appears under its name when it is finished. */
export async function createVectorWriter(path: string, columns: number): Promise<VectorWriter> {
  const temporary = temporaryPathFor(path);
  const file = await withFileErrors("write", path, () => open(temporary, "wx", 0o600));
  let rows = 0;
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await file.close();
    isOpen = false;
  };
  return {
    get rows() {
      return rows;
    },
    append: async (values) => {
      if (values.length % columns !== 0)
        throw new TypeError(`${values.length} values are not whole rows of ${columns}`);
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      await withFileErrors("write", path, async () => {
        for (let start = 0; start < bytes.length;) {
          start += (await file.write(bytes, start, Math.min(bytesPerCall, bytes.length - start)))
            .bytesWritten;
        }
      });
      rows += values.length / columns;
    },
    finish: async () => {
      await close();
      await commitFile(temporary, path);
    },
    [Symbol.asyncDispose]: async () => {
      await close();
      await rm(temporary, { force: true });
    },
  };
}

/**
 * Reads a file of float32 rows into shared memory, for worker threads to see without a copy; row i starts at
 * `i * columns`. Files beyond 2 GiB are fine. Throws StateError where the file's size is not that of `rows` rows.
 */
export async function readVectors(
  path: string,
  shape: { readonly rows: number; readonly columns: number },
  options: { readonly signal?: AbortSignal } = {},
): Promise<Float32Array<SharedArrayBuffer>> {
  return await withFileErrors("read", path, async () => {
    const file = await open(path, "r");
    try {
      const expected = shape.rows * shape.columns * Float32Array.BYTES_PER_ELEMENT;
      const { size } = await file.stat();
      if (size !== expected) {
        throw new StateError(
          `${path} has ${size} bytes; ${shape.rows} vectors of ${shape.columns} numbers have ${expected}`,
          {
            hint: "Delete this file's directory and run the same command again: it is made anew.",
          },
        );
      }
      const buffer = new SharedArrayBuffer(expected);
      for (let start = 0; start < expected;) {
        options.signal?.throwIfAborted();
        const part = new Uint8Array(buffer, start, Math.min(bytesPerCall, expected - start));
        const { bytesRead } = await file.read(part, 0, part.length, start);
        if (bytesRead === 0) throw new StateError(`${path} became shorter while it was read`);
        start += bytesRead;
      }
      return new Float32Array(buffer);
    } finally {
      await file.close();
    }
  });
}

/** Small enough for every platform: one call of read(2) or write(2) moves less than 2 GiB. */
const bytesPerCall = 64 * 2 ** 20;
