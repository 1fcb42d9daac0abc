import { isPublicWord } from "../../privacy/public-vocabulary.ts";
import { toNumberKey, toPlainWords } from "../../privacy/support-terms.ts";

/**
 * Tells which words of a text are neither public nor in a phrase that was told, as it stands there or in the other number.
 *
 * The exact support rule would let other inflections pass where two accounts wrote them, and so tell whether they did. What
 * passes here passes there, so that the door decides nothing about such a text that was not told before.
 */
export function createCoverage(told: readonly string[]): (text: string) => readonly string[] {
  const written = new Set(told.flatMap(toPlainWords).map(toNumberKey));
  return (text) => toPlainWords(text).filter((word) => !isPublicWord(word) && !written.has(toNumberKey(word)));
}
