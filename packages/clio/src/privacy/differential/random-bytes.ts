import { randomBytes } from "node:crypto";

/** Where the randomness of noise comes from. */
export interface RandomBytes {
  /** So many independent uniform bytes. */
  next(count: number): Uint8Array;
}

const poolSize = 65_536;

/**
 * The operating system's generator, asked for many bytes at a time. What protects people must come from here: a seeded
 * source is for tests, which pass one of their own.
 */
export function createSecureBytes(): RandomBytes {
  let pool: Uint8Array = new Uint8Array();
  let used = 0;
  return {
    next: (count) => {
      if (used + count > pool.length) {
        pool = randomBytes(Math.max(poolSize, count));
        used = 0;
      }
      used += count;
      return pool.subarray(used - count, used);
    },
  };
}
