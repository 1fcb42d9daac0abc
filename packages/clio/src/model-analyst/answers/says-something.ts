import { toKnownLanguage } from "../../facets/language/to-known-language.ts";
import { isPublicWord } from "../../privacy/public-vocabulary.ts";
import { toPlainWords } from "../../words/plain-words.ts";

/**
 * Whether a text tells anything: it has a word with a letter that is not the glue of every text, or the name of a language.
 * Small models like to answer "Me", "to get help" or "3", which fits every form and says nothing.
 */
export function saysSomething(text: string): boolean {
  return toPlainWords(text).some((word) => /\p{L}/u.test(word) && (!isPublicWord(word) || isLanguage(word)));
}

function isLanguage(word: string): boolean {
  // Shorter words may be codes of languages: "to" is Tongan.
  return word.length > 3 && toKnownLanguage(word) !== null;
}
