/**
 * What a name or description is written with: letters and their marks, decimal digits, single spaces and plain punctuation. All
 * other characters can draw or abbreviate letters that a check of words would not see.
 */
const alphabet =
  /^(?: (?! )|[\p{L}\p{M}\p{Nd}.,;:!?'’‘"“”„«»()/&%+#\-–—…、。，；：！？（）「」『』・،؛؟।॥])*$/u;

/** Signs in a row, which could spell something by themselves, as Morse code does. */
const signsInARow = /(?:[^\p{L}\p{M}\p{Nd} ] ?){4}/u;

/** Whether a text is written with letters and plain punctuation alone. */
export function isPlainlyWritten(text: string): boolean {
  return alphabet.test(text) && !signsInARow.test(text);
}
