/** Counts of very many keys in bounded memory: keys whose hashes collide share a count. */
export interface HashedCounts {
  add(key: string): void;
  get(key: string): number;
}

/** @param bits log2 of the number of counters; 22 takes 16 MiB and misjudges one key in a hundred at 40,000 keys. */
export function createHashedCounts(bits = 22): HashedCounts {
  const counts = new Uint32Array(1 << bits);
  const mask = counts.length - 1;
  return {
    add: (key) => {
      const slot = hash(key) & mask;
      counts[slot] = (counts[slot] ?? 0) + 1;
    },
    get: (key) => counts[hash(key) & mask] ?? 0,
  };
}

/** FNV-1a over UTF-16 code units, with a final mix. */
function hash(key: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < key.length; index++)
    value = Math.imul(value ^ key.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
