import { createHash } from "node:crypto";

/** A seeded source of randomness. The same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1) with 32 bits. */
  next(): number;
  /** Uniform integer in [0, limit). */
  integer(limit: number): number;
  /** Standard normal, by Box-Muller. */
  normal(): number;
  /** One item, uniformly. Throws RangeError for an empty list. */
  pick<T>(items: readonly T[]): T;
  /** A shuffled copy (Fisher-Yates). */
  shuffle<T>(items: readonly T[]): T[];
  /** An independent stream named by `label`; does not advance this one. */
  fork(label: string): Random;
}

/**
 * Creates a generator (sfc32, seeded by SHA-256 of the seed's text).
 *
 * @example
 * const random = createRandom(7);
 * const order = random.fork("order").shuffle([1, 2, 3]);
 */
export function createRandom(seed: number | string): Random {
  const digest = createHash("sha256").update(String(seed)).digest();
  let a = digest.readUInt32LE(0);
  let b = digest.readUInt32LE(4);
  let c = digest.readUInt32LE(8);
  let counter = 1;

  const nextBits = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) nextBits();

  const next = (): number => nextBits() / 0x1_0000_0000;
  const integer = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    integer,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (items) => {
      if (items.length === 0) throw new RangeError("cannot pick from an empty list");
      return items[integer(items.length)] as (typeof items)[number];
    },
    shuffle: (items) => {
      const copy = [...items];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = integer(i + 1);
        [copy[i], copy[j]] = [copy[j] as (typeof copy)[number], copy[i] as (typeof copy)[number]];
      }
      return copy;
    },
    fork: (label) => createRandom(`${seed}/${label}`),
  };
}
