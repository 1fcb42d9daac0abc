import { createUnpacker, type Codec, type UnpackDamage } from "./create-unpacker.ts";

export interface UnpackOptions {
  readonly codec: Codec;
  /** Called once where the data ends early or is damaged; what came before has been given out by then. */
  readonly onDamage: (damage: UnpackDamage | "bomb") => void;
  /** Bytes out for each byte in, counted over the whole stream, from which on it is called a bomb. */
  readonly maxRatio?: number | undefined;
  /** Bytes out before the ratio is looked at. */
  readonly freeBytes?: number | undefined;
}

/** So that what one step unpacks (deflate: at most 1,032 times as much) stays small. */
const stepBytes = 16 * 1024;
/** Packed bytes from the start that are held, to go through them again where one step of them is damaged. */
const heldBytes = 512 * 1024;

/**
 * Unpacks a stream. Damage ends it and never throws; behind half a megabyte of packed bytes it costs what was packed in the
 * 16 KiB before it. Throws RangeError for a codec that this Node does not have.
 */
export async function* unpackStream(
  stream: AsyncIterable<Buffer>,
  { codec, onDamage, maxRatio = defaultMaxRatio, freeBytes = defaultFreeBytes }: UnpackOptions,
): AsyncGenerator<Buffer> {
  using unpacker = createUnpacker(codec);
  const held: Buffer[] = [];
  let bytesIn = 0;
  let bytesOut = 0;
  for await (const chunk of stream) {
    for (let start = 0; start < chunk.length; start += stepBytes) {
      const step = chunk.subarray(start, start + stepBytes);
      const damage = await unpacker.write(step);
      bytesIn += step.length;
      for (const part of unpacker.take()) {
        bytesOut += part.length;
        yield part;
      }
      if (bytesIn <= heldBytes) held.push(step);
      if (damage !== null) {
        if (bytesIn <= heldBytes) yield* unpackLastStep(codec, held, bytesOut);
        return onDamage(damage);
      }
      if (bytesOut > freeBytes && bytesOut > bytesIn * maxRatio) return onDamage("bomb");
    }
  }
  const damage = await unpacker.end();
  yield* unpacker.take();
  if (damage !== null) onDamage(damage);
}

/** What a damaged step gives before the damage: zlib keeps it to itself, so the step is taken again byte by byte. */
async function* unpackLastStep(
  codec: Codec,
  steps: readonly Buffer[],
  bytesBefore: number,
): AsyncGenerator<Buffer> {
  using unpacker = createUnpacker(codec);
  for (const step of steps.slice(0, -1)) await unpacker.write(step);
  let skip = bytesBefore;
  const last = steps.at(-1) ?? Buffer.alloc(0);
  for (let at = 0, damage: UnpackDamage | null = null; at < last.length && damage === null; at++) {
    damage = await unpacker.write(last.subarray(at, at + 1));
    for (const part of unpacker.take()) {
      if (part.length > skip) yield part.subarray(skip);
      skip = Math.max(0, skip - part.length);
    }
  }
}

/** Conversations shrink to a tenth, texts of one letter to a thousandth. */
export const defaultMaxRatio = 300;
export const defaultFreeBytes = 256 * 1024 * 1024;
