/** Writing systems without spaces between words: each of their characters is a token. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const invisible = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;
const word = /\p{L}+|\p{N}+(?:[^\p{L}\p{N}]+\p{N}+)*/gu;
const isPlain = /^[\n\r\t -~]*$/u;
const digit = /^\p{N}/u;

/** Cyrillic and Greek letters that look like Latin ones, and those. */
const lookAlikes = new Map(
  Array.from("аеорсухіјѕԁһԛԝѵкмтвнαοριυνκτχ").map((letter, at) => [
    letter,
    "aeopcyxijsdhqwvkmtbhaopiuvktx"[at] ?? letter,
  ]),
);
const lookAlike = new RegExp(`[${[...lookAlikes.keys()].join("")}]`, "gu");

/**
 * What of a text is compared: its words in lower case without accents, invisible characters and punctuation, letters
 * that look like Latin ones as those, and 0 for every number or list of numbers. Of writing systems without spaces each character is one
 * token. A text of signs alone has none.
 */
export function toTokens(text: string): string[] {
  return (
    fold(text)
      .match(word)
      ?.map((token) => (digit.test(token) ? "0" : token)) ?? []
  );
}

function fold(text: string): string {
  const lower = text.toLowerCase();
  if (isPlain.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(invisible, "")
    .replaceAll(lookAlike, (letter) => lookAlikes.get(letter) ?? letter)
    .replaceAll(unspaced, " $& ");
}
