import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { LossReason } from "../loss-reasons.ts";
import type { FoundFile } from "./find-files.ts";
import { inflateGzip } from "./inflate-gzip.ts";
import { peekBytes } from "./peek-bytes.ts";

/** One stream of bytes that holds records: a file as it is, or what a gzip file holds. */
export interface ByteSource {
  /** The file as reports name it. */
  readonly file: string;
  /** Unpacked bytes, to be read once. Throws the error of the file system. */
  read(): AsyncIterable<Buffer>;
  /** What is known of the bytes on disk so far: the hash is null until all of them have been read. */
  measure(): { readonly bytes: number; readonly sha256: string | null };
}

export interface SourceOptions {
  /** Called for what is wrong with the file as a whole; reading then ends early. */
  readonly onLoss: (reason: LossReason) => void;
  readonly signal?: AbortSignal;
}

const gzipMagic = Buffer.from([0x1f, 0x8b, 0x08]);

/**
 * The byte streams of one file, in order. What the file is shows in its first bytes, never in its name.
 * A plain or gzip file is one stream; a container of several files would give one for each.
 */
export function openSources(found: FoundFile, options: SourceOptions): readonly ByteSource[] {
  const meter = createMeter();
  return [
    {
      file: found.file,
      read: () => readUnpacked(meter.pass(readFile(found.path, options)), options),
      measure: () => meter.measure(),
    },
  ];
}

/** Bytes of a file, in pieces of at most 256 KiB. Throws the error of the file system, or the reason of an abort. */
export async function* readFile(
  path: string,
  options: { readonly signal?: AbortSignal },
): AsyncGenerator<Buffer> {
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 });
  for await (const chunk of stream) {
    options.signal?.throwIfAborted();
    yield chunk as Buffer; // without an encoding the chunks of a file stream are buffers
  }
}

async function* readUnpacked(
  stream: AsyncIterable<Buffer>,
  { onLoss }: SourceOptions,
): AsyncGenerator<Buffer> {
  const { head, chunks } = await peekBytes(stream, gzipMagic.length);
  yield* head.equals(gzipMagic) ? inflateGzip(chunks, { onDamage: onLoss }) : chunks;
}

interface Meter {
  pass(stream: AsyncIterable<Buffer>): AsyncIterable<Buffer>;
  measure(): { readonly bytes: number; readonly sha256: string | null };
}

function createMeter(): Meter {
  const hash: Hash = createHash("sha256");
  let bytes = 0;
  let sha256: string | null = null;
  return {
    pass: async function* (stream) {
      for await (const chunk of stream) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
      sha256 = hash.digest("hex");
    },
    measure: () => ({ bytes, sha256 }),
  };
}
