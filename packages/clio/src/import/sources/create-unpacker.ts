import type { Transform } from "node:stream";
import * as zlib from "node:zlib";
import { createZstdScanner } from "./zstd-scanner.ts";

/** How data is packed: gzip of RFC 1952 in one or several members, the bare deflate data of zip entries, or zstd. */
export type Codec = "gzip" | "deflate" | "zstd";

export type UnpackDamage = "truncated" | "damaged";

/** Whether this Node unpacks zstd: 22.15 and later do. */
export const canUnpackZstd = "createZstdDecompress" in zlib;

/** Unpacks what it is given, whatever pieces it comes in. */
export interface Unpacker extends Disposable {
  /** Takes packed bytes; those behind the end of what is packed are damage unless they are padding. */
  write(step: Buffer): Promise<UnpackDamage | null>;
  end(): Promise<UnpackDamage | null>;
  /** What has been unpacked since the last call. */
  take(): readonly Buffer[];
}

/** An unpacker of one stream. Throws RangeError for a codec that this Node does not have. */
export function createUnpacker(codec: Codec): Unpacker {
  return codec === "zstd" ? createZstdUnpacker() : openUnpacker(createUnpackingStream(codec));
}

/** One stream of Node's a frame: it stops behind the first, and takes a frame that was cut for a whole one. */
function createZstdUnpacker(): Unpacker {
  const unpacked: Buffer[] = [];
  const scanner = createZstdScanner();
  let frame: Unpacker | null = null;
  const write = async (bytes: Buffer): Promise<UnpackDamage | null> => {
    for (let rest = bytes; rest.length > 0;) {
      if (scanner.isBetween() && rest.every((byte) => byte === 0)) return null;
      const part = rest.subarray(0, scanner.push(rest));
      rest = rest.subarray(part.length);
      frame ??= openUnpacker(createUnpackingStream("zstd"));
      let damage = await frame.write(part);
      if (scanner.isBetween() && damage === null) damage = await frame.end();
      unpacked.push(...frame.take());
      if (damage !== null) return damage;
      if (scanner.isBetween()) {
        frame[Symbol.dispose]();
        frame = null;
      }
    }
    return null;
  };
  return {
    write,
    end: async () => (scanner.isBetween() ? null : "truncated"),
    take: () => unpacked.splice(0),
    [Symbol.dispose]: () => frame?.[Symbol.dispose](),
  };
}

function openUnpacker(stream: Transform): Unpacker {
  const unpacked: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => unpacked.push(chunk));
  // Without a listener at all times an error would end the process.
  stream.on("error", () => {});
  return {
    write: async (step) => {
      if (isOver(stream)) return step.every((byte) => byte === 0) ? null : "damaged";
      return await settle(stream, (done) => stream.write(step, done));
    },
    end: () => settle(stream, () => stream.end()),
    take: () => unpacked.splice(0),
    [Symbol.dispose]: () => void stream.destroy(),
  };
}

const zlibOptions = { chunkSize: 64 * 1024 };

function createUnpackingStream(codec: Codec): Transform {
  if (codec === "gzip") return zlib.createGunzip(zlibOptions);
  if (codec === "deflate") return zlib.createInflateRaw(zlibOptions);
  const { createZstdDecompress } = zlib as ZlibWithZstd; // types of Node 20 do not know it
  if (createZstdDecompress === undefined) throw new RangeError("this Node has no zstd");
  return createZstdDecompress(zlibOptions);
}

interface ZlibWithZstd {
  readonly createZstdDecompress?: (options: { readonly chunkSize: number }) => Transform;
}

/** Waits for an act on the stream. One that fails, or that comes after the end of what is packed, is never called back. */
function settle(stream: Transform, act: (done: () => void) => void): Promise<UnpackDamage | null> {
  if (isOver(stream)) return Promise.resolve(null);
  return new Promise((resolve) => {
    const settleAs = (damage: UnpackDamage | null): void => {
      stream.off("error", fail).off("end", end).off("close", end);
      resolve(damage);
    };
    const fail = (error: Error): void => settleAs(toDamage(error));
    const end = (): void => settleAs(null);
    stream.on("error", fail).on("end", end).on("close", end);
    act(end);
  });
}

function isOver(stream: Transform): boolean {
  return stream.readableEnded || stream.destroyed;
}

function toDamage(error: Error): UnpackDamage {
  return "code" in error && error.code === "Z_BUF_ERROR" ? "truncated" : "damaged";
}
