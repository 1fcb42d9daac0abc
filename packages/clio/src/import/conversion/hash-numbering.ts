import { findSlot } from "./hash-set.ts";

/** Numbers hashes from 0 in the order in which they first come. Takes 24 to 48 bytes a hash. */
export interface HashNumbering {
  /** The number of the hash, which is a whole number from 1 to 2^53 - 1; a new one where it is new. */
  numberOf(hash: number): number;
}

export function createHashNumbering(): HashNumbering {
  let hashes = new Float64Array(1024);
  let numbers = new Uint32Array(1024);
  let members = 0;

  const grow = (): void => {
    const [oldHashes, oldNumbers] = [hashes, numbers];
    hashes = new Float64Array(oldHashes.length * 2);
    numbers = new Uint32Array(hashes.length);
    for (const [i, hash] of oldHashes.entries()) {
      if (hash === 0) continue;
      const slot = findSlot(hashes, hash);
      hashes[slot] = hash;
      numbers[slot] = oldNumbers[i] ?? 0;
    }
  };

  return {
    numberOf: (hash) => {
      const slot = findSlot(hashes, hash);
      if (hashes[slot] === hash) return numbers[slot] ?? 0;
      const number = members++;
      hashes[slot] = hash;
      numbers[slot] = number;
      if (members * 2 > hashes.length) grow();
      return number;
    },
  };
}
