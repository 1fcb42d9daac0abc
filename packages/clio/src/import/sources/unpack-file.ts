import type { LossReason } from "../loss-reasons.ts";
import { peekBytes } from "./peek-bytes.ts";
import { canUnpackZstd, type Codec, type UnpackDamage } from "./create-unpacker.ts";
import { unpackStream } from "./unpack-stream.ts";

/** What bytes are by how they start: packed in one of two ways, an archive of several files, or neither. */
export type Packing = "plain" | "gzip" | "zstd" | "zip";

const magics: readonly (readonly [Packing, readonly number[]])[] = [
  ["gzip", [0x1f, 0x8b, 0x08]],
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]], // without entries
  ["zip", [0x50, 0x4b, 0x07, 0x08]], // in several parts
];
const magicBytes = 4;

/** How the stream is packed; its first bytes say so, never its name. Reads no more than it must. */
export async function detectPacking(stream: AsyncIterable<Buffer>): Promise<Packing> {
  const { head, chunks } = await peekBytes(stream, magicBytes);
  // A stream that was never begun would not be closed.
  for await (const _ of chunks) break;
  return toPacking(head);
}

function toPacking(head: Buffer): Packing {
  return magics.find(([, magic]) => magic.every((byte, i) => head[i] === byte))?.[0] ?? "plain";
}

const reasons: Readonly<
  Record<Exclude<Codec, "deflate">, Readonly<Record<UnpackDamage | "bomb", LossReason>>>
> = {
  gzip: { truncated: "truncated-gzip", damaged: "damaged-gzip", bomb: "gzip-bomb" },
  zstd: { truncated: "truncated-zstd", damaged: "damaged-zstd", bomb: "zstd-bomb" },
};

export interface UnpackFileOptions {
  readonly onLoss: (reason: LossReason) => void;
  /** As in `UnpackOptions`. */
  readonly freeBytes?: number | undefined;
}

/**
 * Takes off one layer of gzip or zstd, where there is one. What is wrong with it is told to `onLoss`; what came before has
 * been given out by then.
 */
export async function* unpackFile(
  stream: AsyncIterable<Buffer>,
  { onLoss, freeBytes }: UnpackFileOptions,
): AsyncGenerator<Buffer> {
  const { head, chunks } = await peekBytes(stream, magicBytes);
  const packing = toPacking(head);
  if (packing === "gzip" || packing === "zstd")
    yield* unpackStream(chunks, {
      codec: packing,
      freeBytes,
      onDamage: (damage) => onLoss(reasons[packing][damage]),
    });
  else yield* chunks;
}

/** Why a stream holds nothing that could be read, known before it is read; null where there is no reason. */
export async function findRefusal(open: () => AsyncIterable<Buffer>): Promise<LossReason | null> {
  const packing = await detectPacking(open());
  if (packing === "zip") return "nested-archive";
  if (packing === "zstd" && !canUnpackZstd) return "zstd-unsupported";
  if (packing === "plain") return null;
  const inner = await detectPacking(unpackFile(open(), { onLoss: () => {} }));
  return inner === "plain" ? null : "nested-archive";
}
