import { createHash } from "node:crypto";
import type { RandomBytes } from "./random-bytes.ts";

/** Uniform bytes that are the same for the same seed: SHA-256 of a counter. */
export function createSeededBytes(seed: number | string): RandomBytes {
  let pool = new Uint8Array();
  let used = 0;
  let block = 0;
  return {
    next: (count) => {
      while (used + count > pool.length) {
        const more = createHash("sha256").update(`${seed}/${block++}`).digest();
        pool = Uint8Array.from([...pool.subarray(used), ...more]);
        used = 0;
      }
      used += count;
      return pool.subarray(used - count, used);
    },
  };
}
