import * as zlib from "node:zlib";
import type { Transform } from "node:stream";

/** How data is packed: gzip of RFC 1952 in one or several members, the bare deflate data of zip entries, or zstd. */
export type Codec = "gzip" | "deflate" | "zstd";

export type UnpackDamage = "truncated" | "damaged" | "bomb";

export interface UnpackOptions {
  readonly codec: Codec;
  /** Called once where the data ends early or is damaged; what came before has been given out by then. */
  readonly onDamage: (damage: UnpackDamage) => void;
  /** Bytes out for each byte in, counted over the whole stream, from which on it is called a bomb. */
  readonly maxRatio?: number;
  /** Bytes out before the ratio is looked at. */
  readonly freeBytes?: number;
}

/** So that what one step unpacks (deflate: at most 1,032 times as much) stays small. */
const stepBytes = 16 * 1024;
const options = { chunkSize: 64 * 1024 };

/** Unpacks a stream. Damage ends it and never throws; throws RangeError for a codec that this Node does not have. */
export async function* unpackStream(
  stream: AsyncIterable<Buffer>,
  { codec, onDamage, maxRatio = defaultMaxRatio, freeBytes = defaultFreeBytes }: UnpackOptions,
): AsyncGenerator<Buffer> {
  const unpacker = createUnpacker(codec);
  const unpacked: Buffer[] = [];
  unpacker.on("data", (chunk: Buffer) => unpacked.push(chunk));
  // Without a listener at all times an error would end the process.
  unpacker.on("error", () => {});

  let bytesIn = 0;
  let bytesOut = 0;
  try {
    for await (const chunk of stream) {
      for (let start = 0; start < chunk.length; start += stepBytes) {
        const step = chunk.subarray(start, start + stepBytes);
        if (isOver(unpacker)) {
          // Padding is usual behind what is packed, other bytes are not.
          if (step.every((byte) => byte === 0)) continue;
          return onDamage("damaged");
        }
        const damage = await settle(unpacker, (done) => unpacker.write(step, done));
        bytesIn += step.length;
        for (const part of unpacked.splice(0)) {
          bytesOut += part.length;
          yield part;
        }
        const isBomb = bytesOut > freeBytes && bytesOut > bytesIn * maxRatio;
        if (damage !== null || isBomb) {
          onDamage(damage ?? "bomb");
          return;
        }
      }
    }
    const damage = await settle(unpacker, () => unpacker.end());
    yield* unpacked.splice(0);
    if (damage !== null) onDamage(damage);
  } finally {
    unpacker.destroy();
  }
}

/** Conversations shrink to a tenth, texts of one letter to a thousandth. */
export const defaultMaxRatio = 300;
export const defaultFreeBytes = 256 * 1024 * 1024;

/** Whether this Node unpacks zstd: 22.15 and later do. */
export const canUnpackZstd = "createZstdDecompress" in zlib;

function createUnpacker(codec: Codec): Transform {
  if (codec === "gzip") return zlib.createGunzip(options);
  if (codec === "deflate") return zlib.createInflateRaw(options);
  const { createZstdDecompress } = zlib as ZlibWithZstd; // types of Node 20 do not know it
  if (createZstdDecompress === undefined) throw new RangeError("this Node has no zstd");
  return createZstdDecompress(options);
}

interface ZlibWithZstd {
  readonly createZstdDecompress?: (options: { readonly chunkSize: number }) => Transform;
}

/** Waits for an act on the stream. One that fails, or that comes after the end of what is packed, is never called back. */
function settle(unpacker: Transform, act: (done: () => void) => void): Promise<UnpackDamage | null> {
  if (isOver(unpacker)) return Promise.resolve(null);
  return new Promise((resolve) => {
    const settleAs = (damage: UnpackDamage | null): void => {
      unpacker.off("error", fail).off("end", end).off("close", end);
      resolve(damage);
    };
    const fail = (error: Error): void => settleAs(toDamage(error));
    const end = (): void => settleAs(null);
    unpacker.on("error", fail).on("end", end).on("close", end);
    act(end);
  });
}

function isOver(unpacker: Transform): boolean {
  return unpacker.readableEnded || unpacker.destroyed;
}

function toDamage(error: Error): UnpackDamage {
  return "code" in error && error.code === "Z_BUF_ERROR" ? "truncated" : "damaged";
}
