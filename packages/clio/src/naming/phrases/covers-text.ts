import { isPublicWord } from "../../privacy/public-vocabulary.ts";
import { toNumberKey, toPlainWords } from "../../privacy/support-terms.ts";

/** What parts words of a text from one another: marks, and words that list. */
const pause = /[.,;:!?()«»"“”…—–]|\b(?:and|or|but)\b/iu;

/**
 * Tells what of a text was not told: words that are neither public nor in a phrase, as it stands there or in the other number, and
 * words side by side that are in no phrase together.
 *
 * The exact support rule would let other words and pairs pass where just enough accounts use them, and so tell whether they do.
 * What passes here passes there, so that the door decides nothing about such a text that was not told before; but for words that
 * are the other number of a told one by their spelling alone, such as "news" of "new".
 */
export function createCoverage(told: readonly string[]): (text: string) => readonly string[] {
  const words = new Set<string>();
  const pairs = new Set<string>();
  for (const phrase of told) {
    const keys = toPlainWords(phrase)
      .filter((word) => !isPublicWord(word))
      .map(toNumberKey);
    for (const [at, key] of keys.entries()) {
      words.add(key);
      if (at > 0) pairs.add(pairKey(keys[at - 1] ?? "", key));
    }
  }
  return (text) => {
    const parts = text.split(pause).map((part) => toPlainWords(part).filter((word) => !isPublicWord(word)));
    const unknown = parts.flat().filter((word) => !words.has(toNumberKey(word)));
    if (unknown.length > 0) return unknown;
    return parts.flatMap((part) =>
      part.flatMap((word, at) => {
        const last = part[at - 1];
        return last === undefined || pairs.has(pairKey(toNumberKey(last), toNumberKey(word)))
          ? []
          : [`${last} ${word}`];
      }),
    );
  };
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
