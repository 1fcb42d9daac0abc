import { hashRun } from "./hash-tokens.ts";

/** Tokens of one shingle. */
const shingleTokens = 3;

/** The distinct sequences of three tokens of a text, as 32-bit numbers in ascending order. */
export function toShingles(tokens: Uint32Array): Uint32Array {
  const count = Math.max(0, tokens.length - shingleTokens + 1);
  const all = new Uint32Array(count);
  for (let at = 0; at < count; at++) all[at] = hashRun(tokens, at, shingleTokens);
  all.sort();
  let distinct = 0;
  for (let at = 0; at < count; at++) {
    const shingle = all[at] ?? 0;
    if (at === 0 || shingle !== all[distinct - 1]) all[distinct++] = shingle;
  }
  return all.slice(0, distinct);
}

/** The resemblance of two texts (Broder 1997): shared shingles to all shingles of either; 0 of two without any. */
export function resemblance(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}
