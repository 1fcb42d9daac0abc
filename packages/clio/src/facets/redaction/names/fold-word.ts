const letters: Readonly<Record<string, string>> = {
  "’": "'",
  ı: "i",
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ß: "ss",
};

/** A word as the lists of names know it: small letters without accents and strokes, apostrophes straight. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z'-]*$/.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[’ıłøđðþæœß]/gu, (letter) => letters[letter] ?? letter);
}
