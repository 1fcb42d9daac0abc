import { closeSync, openSync, readSync, writeSync } from "node:fs";

/** Texts as numbers of their tokens, in a file of four bytes a token. */
export interface TokenFile extends Disposable {
  /** Texts are numbered from 0 in the order in which they are added. */
  add(tokens: Uint32Array): void;
  read(text: number): Uint32Array;
  /** Texts. */
  readonly count: number;
}

/** Tokens that are held in memory at once: 16 MB. */
const heldTokens = 4_194_304;

/**
 * Makes the file, in place of one that a killed process left. Memory: eight bytes a text, and what was read last. Reads are
 * synchronous: there are many, and each takes microseconds.
 */
export function createTokenFile(path: string): TokenFile {
  const file = openSync(path, "w+", 0o600);
  let ends = new Float64Array(1024);
  let count = 0;
  let written = 0;
  let pending: Uint32Array[] = [];
  let pendingTokens = 0;
  const recent = new Map<number, Uint32Array>();
  let recentTokens = 0;

  const flush = (): void => {
    if (pendingTokens === 0) return;
    const block = new Uint32Array(pendingTokens);
    let at = 0;
    for (const tokens of pending) {
      block.set(tokens, at);
      at += tokens.length;
    }
    const bytes = new Uint8Array(block.buffer);
    for (let done = 0; done < bytes.length;) {
      done += writeSync(file, bytes, done, bytes.length - done, written * 4 + done);
    }
    written += pendingTokens;
    pending = [];
    pendingTokens = 0;
  };

  const load = (text: number): Uint32Array => {
    flush();
    const start = text === 0 ? 0 : (ends[text - 1] ?? 0);
    const tokens = new Uint32Array((ends[text] ?? 0) - start);
    const bytes = new Uint8Array(tokens.buffer);
    for (let done = 0; done < bytes.length;) {
      const read = readSync(file, bytes, done, bytes.length - done, start * 4 + done);
      if (read === 0) throw new RangeError(`no text ${text}`);
      done += read;
    }
    return tokens;
  };

  return {
    get count() {
      return count;
    },
    add: (tokens) => {
      if (count === ends.length) {
        const longer = new Float64Array(count * 2);
        longer.set(ends);
        ends = longer;
      }
      ends[count] = (count === 0 ? 0 : (ends[count - 1] ?? 0)) + tokens.length;
      count++;
      pending.push(tokens);
      pendingTokens += tokens.length;
      if (pendingTokens >= heldTokens / 4) flush();
    },
    read: (text) => {
      const known = recent.get(text);
      if (known) return known;
      const tokens = load(text);
      recent.set(text, tokens);
      recentTokens += tokens.length;
      for (const [oldest, held] of recent) {
        if (recentTokens <= heldTokens) break;
        recent.delete(oldest);
        recentTokens -= held.length;
      }
      return tokens;
    },
    [Symbol.dispose]: () => closeSync(file),
  };
}
