import { mixBits } from "./hash-tokens.ts";

/**
 * Bands of a signature and min-hashes in each. Two texts of resemblance `j` share a band with probability
 * `1 - (1 - j^3)^32`: 0.986 at 0.5, 0.9996 at 0.6, 0.03 at 0.1.
 */
export const bandCount = 32;
const hashesInBand = 3;

const seeds = Uint32Array.from({ length: bandCount * hashesInBand }, (_, at) => mixBits(at + 1));
const factors = Uint32Array.from(seeds, (seed) => mixBits(seed) | 1);

/**
 * Keys of the bands of a set of shingles: MinHash signatures (Broder 1997) cut into bands (Leskovec, Rajaraman and
 * Ullman, Mining of Massive Datasets, chapter 3). Sets that share a key are candidates, no more.
 */
export function toBandKeys(shingles: Uint32Array): Uint32Array {
  const keys = new Uint32Array(bandCount);
  for (let band = 0; band < bandCount; band++) {
    let key = band;
    for (let hash = band * hashesInBand; hash < (band + 1) * hashesInBand; hash++) {
      key = Math.imul(key, 0x01000193) ^ leastHash(shingles, hash);
    }
    keys[band] = mixBits(key);
  }
  return keys;
}

function leastHash(shingles: Uint32Array, number: number): number {
  const seed = seeds[number] ?? 0;
  const factor = factors[number] ?? 1;
  let least = 0xffffffff;
  for (let at = 0; at < shingles.length; at++) {
    const product = Math.imul((shingles[at] ?? 0) ^ seed, factor);
    const hash = (product ^ (product >>> 15)) >>> 0;
    if (hash < least) least = hash;
  }
  return least;
}
