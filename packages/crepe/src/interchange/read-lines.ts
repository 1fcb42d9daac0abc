import { InputError } from "@observatory/core";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { rowLimits } from "./limits.ts";

/** A line of a text file, or the place and reason where one could not be read. */
export type LineOutcome =
  | { readonly ok: true; readonly text: string; readonly line: number }
  | { readonly ok: false; readonly reason: string; readonly line: number };

export interface ReadLinesOptions {
  readonly signal?: AbortSignal;
}

/**
 * Streams the lines of a text file, plain or gzip'd (told by its first bytes), UTF-8 or UTF-16 with a byte order mark.
 *
 * Lines end at a line feed, which is not part of them; a carriage return before it stays. A line over the limit is the
 * loss `line-too-long`; a file that breaks off is `truncated-gzip` or `unreadable` as its last outcome. Bytes that are
 * no UTF-8 become U+FFFD. Throws InputError where the file cannot be opened.
 */
export async function* readLines(path: string, options: ReadLinesOptions = {}): AsyncGenerator<LineOutcome> {
  const head = await readHead(path);
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  let line = 1;
  let pieces: string[] = [];
  let length = 0;
  const take = (last: string): LineOutcome => {
    const tooLong = length + last.length > rowLimits.lineLength;
    const outcome: LineOutcome = tooLong
      ? { ok: false, reason: "line-too-long", line }
      : { ok: true, text: pieces.join("") + last, line };
    line++;
    pieces = [];
    length = 0;
    return outcome;
  };
  try {
    for await (const text of decode(openBytes(path, gzip), options.signal)) {
      let start = 0;
      for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", start)) {
        yield take(text.slice(start, end));
        start = end + 1;
      }
      const rest = text.slice(start);
      length += rest.length;
      if (length <= rowLimits.lineLength) pieces.push(rest);
      else pieces = [];
    }
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof Error)) throw error;
    yield { ok: false, reason: gzip ? "truncated-gzip" : "unreadable", line };
    return;
  }
  if (length > 0) yield take("");
}

async function readHead(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, "r");
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new InputError(`cannot read ${path}`, { hint: "Check the path and its permissions.", cause });
  }
}

function openBytes(path: string, gzip: boolean): Readable {
  const file = createReadStream(path);
  // The consumer sees the error on the last stream; the callback only keeps it from being unhandled.
  return gzip ? pipeline(file, createGunzip(), () => {}) : file;
}

async function* decode(bytes: Readable, signal: AbortSignal | undefined): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of bytes) {
    signal?.throwIfAborted();
    if (!(chunk instanceof Uint8Array)) continue;
    decoder ??= new TextDecoder(encodingOf(chunk));
    yield decoder.decode(chunk, { stream: true });
  }
  const rest = decoder?.decode() ?? "";
  if (rest !== "") yield rest;
}

function encodingOf(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return "utf-16le";
  return chunk[0] === 0xfe && chunk[1] === 0xff ? "utf-16be" : "utf-8";
}
