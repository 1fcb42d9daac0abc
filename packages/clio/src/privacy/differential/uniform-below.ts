import type { RandomBytes } from "./random-bytes.ts";

/** Limits up to here are drawn in floating-point numbers, which are whole and exact this far. */
const largestSmall = 2n ** 48n;

/** A uniform whole number from 0 to `limit - 1`, exactly, by rejection of what does not fit. */
export function uniformBelow(limit: bigint, bytes: RandomBytes): bigint {
  if (limit <= 1n) return 0n;
  if (limit <= largestSmall) return BigInt(uniformBelowSmall(Number(limit), bytes));
  const digits = (limit - 1n).toString(16);
  // As many bits as the largest number has, so that at least every other draw fits.
  const spare = Math.clz32(Number.parseInt(digits.slice(0, 1), 16)) - 28 + 4 * (digits.length % 2);
  const count = Math.ceil(digits.length / 2);
  for (;;) {
    const value = BigInt(`0x${Buffer.from(bytes.next(count)).toString("hex")}`) >> BigInt(spare);
    if (value < limit) return value;
  }
}

function uniformBelowSmall(limit: number, bytes: RandomBytes): number {
  const bits = Math.ceil(Math.log2(limit));
  const count = Math.max(1, Math.ceil(bits / 8));
  const range = 256 ** count;
  // The largest multiple of the limit: what is above it would favour some numbers.
  const fair = range - (range % limit);
  for (;;) {
    let value = 0;
    for (const byte of bytes.next(count)) value = value * 256 + byte;
    if (value < fair) return value % limit;
  }
}
