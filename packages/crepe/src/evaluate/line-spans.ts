import { createReadStream } from "node:fs";

/** One line of a file and where its bytes are. */
export interface LineSpan {
  readonly text: string;
  /** First byte, and how many, without the line feed. */
  readonly start: number;
  readonly length: number;
}

/**
 * Streams the lines of a UTF-8 file with the places of their bytes, so that one of them can be read again later. Holds one
 * line at a time. Rejects with the error of the file system, and with RangeError for a line of more than 64 MiB.
 */
export async function* readLineSpans(
  path: string,
  options: { readonly signal?: AbortSignal; readonly onBytes?: (bytes: Uint8Array) => void } = {},
): AsyncGenerator<LineSpan> {
  let pieces: Buffer[] = [];
  let length = 0;
  let start = 0;
  const take = (): LineSpan => {
    const span = { text: Buffer.concat(pieces).toString("utf8"), start, length };
    start += length + 1;
    pieces = [];
    length = 0;
    return span;
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    options.signal?.throwIfAborted();
    if (!(chunk instanceof Buffer)) continue;
    options.onBytes?.(chunk);
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      pieces.push(chunk.subarray(from, end));
      length += end - from;
      yield take();
      from = end + 1;
    }
    pieces.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > longestLine) throw new RangeError("a line is too long");
  }
  if (length > 0) yield take();
}

const longestLine = 64 * 1024 * 1024;
