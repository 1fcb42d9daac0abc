import type { RandomBytes } from "./random-bytes.ts";

/** A uniform whole number from 0 to `limit - 1`, exactly, by rejection of what does not fit. */
export function uniformBelow(limit: bigint, bytes: RandomBytes): bigint {
  if (limit <= 1n) return 0n;
  const bits = bitLength(limit - 1n);
  const count = Math.ceil(bits / 8);
  const spare = BigInt(8 * count - bits);
  for (;;) {
    let value = 0n;
    for (const byte of bytes.next(count)) value = (value << 8n) | BigInt(byte);
    value >>= spare;
    if (value < limit) return value;
  }
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}
