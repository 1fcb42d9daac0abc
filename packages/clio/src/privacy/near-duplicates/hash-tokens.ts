/** The mark of a token: 32 bits that equal tokens share. */
export function hashToken(token: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < token.length; at++) {
    hash = Math.imul(hash ^ token.charCodeAt(at), 0x01000193);
  }
  return mixBits(hash);
}

/** One number for a sequence of tokens, where order matters: 32 bits. */
export function hashRun(tokens: Uint32Array, start: number, length: number): number {
  let hash = 0x9e3779b9;
  for (let at = start; at < start + length; at++) {
    hash = Math.imul(hash ^ (tokens[at] ?? 0), 0x85ebca6b);
    hash = (hash << 13) | (hash >>> 19);
  }
  return mixBits(hash);
}

/** Spreads 32 bits over 32 bits, one to one (the last step of MurmurHash3). */
export function mixBits(bits: number): number {
  let hash = bits ^ (bits >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
