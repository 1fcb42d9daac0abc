import { hashRun } from "./hash-tokens.ts";

/** Texts that share so many tokens in a row share a passage. */
export const passageTokens = 20;
/** Tokens of a fingerprint. */
const gramTokens = 12;
const window = passageTokens - gramTokens + 1;

/**
 * Fingerprints of a text by winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): hashes of 12 tokens in a row, of
 * nine neighbours the least. Texts with a passage of 20 tokens in common have one in common, wherever it stands; a fifth of all hashes
 * are kept. Distinct, unordered.
 */
export function toFingerprints(tokens: Uint32Array): Uint32Array {
  const count = tokens.length - gramTokens + 1;
  if (count < window) return new Uint32Array();
  const grams = new Uint32Array(count);
  for (let at = 0; at < count; at++) grams[at] = hashRun(tokens, at, gramTokens);
  const chosen = new Set<number>();
  let least = -1;
  for (let end = window - 1; end < count; end++) {
    const start = end - window + 1;
    if (least < start) {
      least = start;
      for (let at = start + 1; at <= end; at++) if ((grams[at] ?? 0) <= (grams[least] ?? 0)) least = at;
    } else if ((grams[end] ?? 0) <= (grams[least] ?? 0)) least = end;
    chosen.add(grams[least] ?? 0);
  }
  return Uint32Array.from(chosen);
}

/** Where passages start that hold the fingerprint: every place from which 20 tokens in a row cover it. */
export function listPassages(tokens: Uint32Array, fingerprint: number): number[] {
  const starts = new Set<number>();
  for (let at = 0; at + gramTokens <= tokens.length; at++) {
    if (hashRun(tokens, at, gramTokens) !== fingerprint) continue;
    const first = Math.max(0, at - (passageTokens - gramTokens));
    for (let start = first; start <= at && start + passageTokens <= tokens.length; start++) starts.add(start);
  }
  return [...starts];
}

/** 52 bits that equal passages share. */
export function hashPassage(tokens: Uint32Array, start: number): number {
  const half = hashRun(tokens, start, passageTokens / 2);
  const rest = hashRun(tokens, start + passageTokens / 2, passageTokens / 2);
  return (half >>> 6) * 2 ** 26 + (rest >>> 6);
}

/** Whether the two passages are the same, token by token. */
export function isSamePassage(a: Uint32Array, startOfA: number, b: Uint32Array, startOfB: number): boolean {
  for (let at = 0; at < passageTokens; at++) if (a[startOfA + at] !== b[startOfB + at]) return false;
  return true;
}
