/** Numbers of texts by a key of 32 bits. */
export interface Buckets {
  add(key: number, text: number): void;
  /** Gives each key that several texts have, with them in ascending order, each once. Nothing may be added after. */
  list(): Generator<{ readonly key: number; readonly texts: readonly number[] }>;
}

/** Sorts in place. @param expected how many pairs there will be; memory: eight bytes each */
export function createBuckets(expected: number): Buckets {
  let pairs = new BigUint64Array(Math.max(1024, expected));
  // The upper half of a pair is the key, so that pairs sort by key and then by text.
  let halves = new Uint32Array(pairs.buffer);
  let count = 0;
  return {
    add: (key, text) => {
      if (count === pairs.length) {
        const longer = new BigUint64Array(count * 2);
        longer.set(pairs);
        pairs = longer;
        halves = new Uint32Array(pairs.buffer);
      }
      halves[2 * count] = text;
      halves[2 * count + 1] = key;
      count++;
    },
    *list() {
      pairs.subarray(0, count).sort();
      for (let start = 0, end = 0; start < count; start = end) {
        const key = halves[2 * start + 1] ?? 0;
        while (end < count && halves[2 * end + 1] === key) end++;
        if (end - start === 1) continue;
        const texts: number[] = [];
        for (let at = start; at < end; at++) {
          const text = halves[2 * at] ?? 0;
          if (text !== texts.at(-1)) texts.push(text);
        }
        if (texts.length > 1) yield { key, texts };
      }
    },
  };
}
