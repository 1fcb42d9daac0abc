import { isPublicWord } from "../../privacy/public-vocabulary.ts";
import { toNumberKey } from "../../words/inflection-key.ts";
import { toPlainWords } from "../../words/plain-words.ts";

/** What parts words of a text from one another: marks, and words that list. */
const pause = /[.,;:!?()«»"“”…—–]|\b(?:and|or|but)\b/iu;

/**
 * Tells what of a text was not told: words that are neither public nor in a phrase, as it stands there or in the other number, and
 * words side by side that are in no phrase together.
 *
 * The exact support rule would let other words and pairs pass where just enough accounts use them, and so tell whether they do.
 * What passes here passes there, so that the door decides nothing about such a text that was not told before.
 */
export function createCoverage(told: readonly string[]): (text: string) => readonly string[] {
  const words = new Set<string>();
  const pairs = new Set<string>();
  for (const phrase of told) {
    const keys = toPlainWords(phrase)
      .filter((word) => !isPublicWord(word))
      .map(toToldKey);
    for (const [at, key] of keys.entries()) {
      words.add(key);
      if (at > 0) pairs.add(pairKey(keys[at - 1] ?? "", key));
    }
  }
  return (text) => {
    const parts = text.split(pause).map((part) => toPlainWords(part).filter((word) => !isPublicWord(word)));
    const unknown = parts.flat().filter((word) => !words.has(toToldKey(word)));
    if (unknown.length > 0) return unknown;
    return parts.flatMap((part) =>
      part.flatMap((word, at) => {
        const last = part[at - 1];
        return last === undefined || pairs.has(pairKey(toToldKey(last), toToldKey(word)))
          ? []
          : [`${last} ${word}`];
      }),
    );
  };
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Words that say something else than the word whose plural they seem to be. */
const noPlurals: ReadonlySet<string> = new Set(
  `news goods glasses arms customs manners spectacles premises means works aids hives piles shingles rickets measles mumps shakes
  bends herpes rabies diabetes physics mathematics politics economics ethics statistics athletics mechanics electronics genetics
  linguistics optics thanks ours yours hers`.split(/\s+/u),
);

/** One key for both numbers of a word, and a key of its own for what only looks like a plural. */
function toToldKey(word: string): string {
  return noPlurals.has(word) ? word : toNumberKey(word);
}
