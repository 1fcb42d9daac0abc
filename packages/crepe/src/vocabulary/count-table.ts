/** Counts by text, of which only fingerprints are kept. */
export interface CountTable {
  /** Adds to the count of a text. Throws RangeError beyond the capacity. */
  add(text: string, count: number): void;
  /** 0 for a text that was never added. */
  count(text: string): number;
}

/**
 * A table of counts with 12 bytes a slot, at least a third and at most two thirds of them free: open addressing by
 * 64-bit fingerprints (two lanes of multiply-and-xor as in MurmurHash3, Appleby 2011). Two texts of the same
 * fingerprint are one; among n others a text meets one with a chance of n / 2^64. Counts end at 2^32 - 1.
 *
 * @param capacity number of texts, at most 2^29
 */
export function createCountTable(capacity: number): CountTable {
  const slots = 2 ** Math.max(4, Math.ceil(Math.log2(Math.max(1, capacity) * 1.5)));
  const mask = slots - 1;
  const high = new Uint32Array(slots);
  const low = new Uint32Array(slots);
  const counts = new Uint32Array(slots);
  let used = 0;

  const find = (text: string): readonly [slot: number, high: number, low: number] => {
    const [a, b] = fingerprint(text);
    let slot = a & mask;
    // An empty slot has no count.
    while (counts[slot] !== 0 && (high[slot] !== a || low[slot] !== b)) slot = (slot + 1) & mask;
    return [slot, a, b];
  };

  return {
    add: (text, count) => {
      if (count <= 0) return;
      const [slot, a, b] = find(text);
      if (counts[slot] === 0) {
        if (used >= slots - 1) throw new RangeError("the table is full");
        used++;
        high[slot] = a;
        low[slot] = b;
      }
      counts[slot] = Math.min(2 ** 32 - 1, (counts[slot] ?? 0) + count);
    },
    count: (text) => counts[find(text)[0]] ?? 0,
  };
}

function fingerprint(text: string): readonly [number, number] {
  let a = 0x9e3779b9 ^ text.length;
  let b = 0x7f4a7c15 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0xcc9e2d51);
    a ^= a >>> 15;
    b = Math.imul(b ^ unit, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return [finish(a ^ (b >>> 16)), finish(b + Math.imul(a, 0x1b873593))];
}

/** The finaliser of MurmurHash3. */
function finish(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
