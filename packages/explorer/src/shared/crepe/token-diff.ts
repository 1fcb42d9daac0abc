/** A stretch of words of a text, and whether the other text lacks it. */
export interface TextPart {
  readonly text: string;
  readonly isChanged: boolean;
}

/**
 * A negative cut into what it shares with the caption and what it does not, by the longest common sequence of words. The
 * parts together are the negative, letter for letter. Words count as equal in any case.
 */
export function diffTokens(caption: string, negative: string): readonly TextPart[] {
  const from = toWords(caption).map((word) => word.toLowerCase());
  const pieces = negative.split(/(\s+)/u).filter((piece) => piece !== "");
  const words = pieces.flatMap((piece, i) => (/\S/u.test(piece) ? [{ word: piece.toLowerCase(), i }] : []));
  const kept = longestCommon(
    from,
    words.map(({ word }) => word),
  );
  const changed = new Set(words.flatMap(({ i }, place) => (kept.has(place) ? [] : [i])));
  const parts: TextPart[] = [];
  pieces.forEach((text, i) => {
    const isSpace = !/\S/u.test(text);
    const isChanged = isSpace ? changed.has(i - 1) && changed.has(i + 1) : changed.has(i);
    const last = parts.at(-1);
    if (last?.isChanged === isChanged) parts[parts.length - 1] = { text: last.text + text, isChanged };
    else parts.push({ text, isChanged });
  });
  return parts;
}

/** Longer texts are compared by their sets of words: the table would grow with the square. */
const longest = 600;

/** Places in `b` of a longest common subsequence. */
function longestCommon(a: readonly string[], b: readonly string[]): ReadonlySet<number> {
  if (a.length > longest || b.length > longest) {
    const known = new Set(a);
    return new Set(b.flatMap((word, i) => (known.has(word) ? [i] : [])));
  }
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const kept = new Set<number>();
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      kept.add(j);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return kept;
}

function toWords(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}
