/**
 * Tokens as the test provider counts them: a run of letters and digits has one for every four UTF-16 code units or
 * part of four, every other visible character one, white space none.
 *
 * @example
 * countPieces("Set a timer!"); // 5: "Set", "a", "time" + "r", "!"
 */
export function countPieces(text: string): number {
  let count = 0;
  for (const [piece] of text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)) {
    count += Math.ceil(piece.length / 4);
  }
  return count;
}

/** The longest start of a text that has at most `most` tokens by `countTokens`, which must not fall as a text grows. */
export function cutToTokens(text: string, most: number, countTokens: (text: string) => number): string {
  if (countTokens(text) <= most) return text;
  let fits = 0;
  let tooLong = text.length + 1;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (countTokens(text.slice(0, middle)) <= most) fits = middle;
    else tooLong = middle;
  }
  return text.slice(0, fits).toWellFormed();
}
