import { createCipheriv, createHash } from "node:crypto";
import type { RandomBytes } from "./random-bytes.ts";

const poolSize = 65_536;

/** Uniform bytes that are the same for the same seed: AES in counter mode under the seed's hash. */
export function createSeededBytes(seed: number | string): RandomBytes {
  const key = createHash("sha256").update(String(seed)).digest().subarray(0, 16);
  const cipher = createCipheriv("aes-128-ctr", key, Buffer.alloc(16));
  let pool: Uint8Array = new Uint8Array();
  let used = 0;
  return {
    next: (count) => {
      if (used + count > pool.length) {
        pool = cipher.update(Buffer.alloc(Math.max(poolSize, count)));
        used = 0;
      }
      used += count;
      return pool.subarray(used - count, used);
    },
  };
}
