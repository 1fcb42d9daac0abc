/** Bytes of a key: the head of a SHA-256, so each of its bits is as good as random. */
export const keyBytes = 16;

export interface KeyIndex {
  readonly size: number;
  /** Number of the entry with this key, or -1. */
  find(key: Uint8Array): number;
  /** Adds an entry under the next number, which it returns, or returns -1 for a key that is there already. */
  add(key: Uint8Array): number;
}

/**
 * Maps 16-byte keys to entry numbers 0, 1, ... in some 32 bytes an entry: keys in one typed array, beside it a table
 * with open addressing (linear probing, at most half full) that holds entry numbers.
 */
export function createKeyIndex(): KeyIndex {
  let keys = new Uint32Array(4 * 1024);
  let slots = new Int32Array(2 * 1024).fill(-1);
  let size = 0;
  const words = new Uint32Array(4);
  const bytes = new Uint8Array(words.buffer);

  /** The slot of the key in `words`, or the free slot where it belongs. */
  const locate = (table: Int32Array): number => {
    const mask = table.length - 1;
    for (let slot = (words[0] ?? 0) & mask; ; slot = (slot + 1) & mask) {
      const entry = table[slot] ?? -1;
      if (entry < 0 || isAt(entry)) return slot;
    }
  };
  const isAt = (entry: number): boolean =>
    keys[4 * entry] === words[0] &&
    keys[4 * entry + 1] === words[1] &&
    keys[4 * entry + 2] === words[2] &&
    keys[4 * entry + 3] === words[3];

  const grow = (): void => {
    const moreKeys = new Uint32Array(keys.length * 2);
    moreKeys.set(keys);
    keys = moreKeys;
    const moreSlots = new Int32Array(slots.length * 2).fill(-1);
    for (let entry = 0; entry < size; entry++) {
      words.set(keys.subarray(4 * entry, 4 * entry + 4));
      moreSlots[locate(moreSlots)] = entry;
    }
    slots = moreSlots;
  };

  return {
    get size() {
      return size;
    },
    find: (key) => {
      bytes.set(key);
      return slots[locate(slots)] ?? -1;
    },
    add: (key) => {
      if (4 * size === keys.length) grow();
      bytes.set(key);
      const slot = locate(slots);
      if ((slots[slot] ?? -1) >= 0) return -1;
      keys.set(words, 4 * size);
      slots[slot] = size;
      return size++;
    },
  };
}
