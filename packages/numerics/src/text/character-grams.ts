/** Which character n-grams {@link forEachGram} visits. */
export interface GramOptions {
  /** Shortest n-gram in Unicode code points, the word's two border spaces counted. */
  readonly minGram: number;
  /** Longest n-gram in code points. */
  readonly maxGram: number;
  /** UTF-16 units of a text that are read; the rest is ignored, so that no single text can take all memory. */
  readonly maxCharacters: number;
}

/**
 * Calls `visit` with a 32-bit hash of every character n-gram of a text, repeats included, words from left to right.
 *
 * The n-grams are those of scikit-learn's `char_wb` analyser: the text is lower-cased and split at white space, each
 * word is padded with one space on both sides, n-grams never cross a word's border, and a word shorter than an n-gram
 * counts once as a whole. Unlike there, the text is brought to Unicode's NFKC form first (so that full-width and
 * composed spellings meet) and characters are code points, not UTF-16 units.
 *
 * The hash is a multiply-and-xorshift chain over code points, finished as in MurmurHash3; equal n-grams give equal
 * hashes on every machine.
 */
export function forEachGram(text: string, options: GramOptions, visit: (hash: number) => void): void {
  const normalized = text.slice(0, options.maxCharacters).normalize("NFKC").toLowerCase();
  const word: number[] = [space];
  for (const character of normalized) {
    const codePoint = character.codePointAt(0) ?? space;
    if (!isSpace(codePoint)) word.push(codePoint);
    else if (word.length > 1) {
      visitWord(word, options, visit);
      word.length = 1;
    }
  }
  if (word.length > 1) visitWord(word, options, visit);
}

const space = 0x20;

function isSpace(codePoint: number): boolean {
  if (codePoint <= 0x20) return true;
  if (codePoint < 0x1680) return codePoint === 0x85 || codePoint === 0xa0;
  return (
    codePoint === 0x1680 ||
    (codePoint >= 0x2000 && codePoint <= 0x200a) ||
    codePoint === 0x2028 ||
    codePoint === 0x2029 ||
    codePoint === 0x202f ||
    codePoint === 0x205f ||
    codePoint === 0x3000 ||
    codePoint === 0xfeff
  );
}

/** `word` starts with the left border's space; the right one is added here. */
function visitWord(word: number[], { minGram, maxGram }: GramOptions, visit: (hash: number) => void): void {
  word.push(space);
  const shortest = Math.min(minGram, word.length);
  for (let start = 0; start + shortest <= word.length; start++) {
    let hash = 0x2f0b4c47;
    const end = Math.min(start + maxGram, word.length);
    for (let position = start; position < end; position++) {
      hash = Math.imul(hash ^ (word[position] ?? space), 0x9e3779b1);
      hash ^= hash >>> 15;
      if (position - start + 1 >= shortest) visit(finish(hash));
    }
  }
}

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
