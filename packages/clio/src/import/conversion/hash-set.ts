/** A set of whole numbers from 1 to 2^53 - 1 that takes 16 to 32 bytes a member, a third of what `Set` takes. */
export interface HashSet {
  /** Adds the number; true if it was new. */
  add(hash: number): boolean;
  has(hash: number): boolean;
}

/** Open addressing with linear probing in a table of doubles, doubled when half full; 0 marks a free slot. */
export function createHashSet(): HashSet {
  let table = new Float64Array(1024);
  let members = 0;

  const grow = (): void => {
    const old = table;
    table = new Float64Array(old.length * 2);
    for (const hash of old) if (hash !== 0) table[findSlot(table, hash)] = hash;
  };

  return {
    add: (hash) => {
      const slot = findSlot(table, hash);
      if (table[slot] === hash) return false;
      table[slot] = hash;
      if (++members * 2 > table.length) grow();
      return true;
    },
    has: (hash) => table[findSlot(table, hash)] === hash,
  };
}

/** The slot of a hash in a table whose length is a power of two: where it stands, or the free one for it. */
export function findSlot(table: Float64Array, hash: number): number {
  const mask = table.length - 1;
  // The numbers are hashes: their low bits are as good as any.
  let slot = (hash % 0x1_0000_0000) & mask;
  while (table[slot] !== 0 && table[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}
