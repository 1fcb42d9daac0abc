import { createReadStream } from "node:fs";

export interface ReadFileOptions {
  /** First byte; 0 where absent. */
  readonly start?: number;
  /** How many bytes; all where absent. */
  readonly length?: number;
  readonly signal?: AbortSignal;
}

/** Bytes of a file, in pieces of at most 256 KiB. Throws the error of the file system, or the reason of an abort. */
export async function* readFile(
  path: string,
  { start = 0, length, signal }: ReadFileOptions,
): AsyncGenerator<Buffer> {
  if (length === 0) return;
  const end = length === undefined ? undefined : start + length - 1;
  const stream = createReadStream(path, { highWaterMark: 256 * 1024, start, end });
  for await (const chunk of stream) {
    signal?.throwIfAborted();
    yield chunk as Buffer; // without an encoding the chunks of a file stream are buffers
  }
}
