/** Runs of ASCII letters and digits of the lower-cased text, joined by one space: equal for texts that differ in case and punctuation. */
export function toBareText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, " ")
    .trim();
}

/** As {@link toBareText}, for any script and blind to accents: "café" and "cafe" are equal, and so are curly apostrophes. */
export function toFoldedText(text: string): string {
  const folded = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

/** The words of a text, lower-cased, with inner apostrophes but without a possessive's. */
export function toWords(text: string): string[] {
  const words =
    text
      .normalize("NFKC")
      .replaceAll("’", "'")
      .toLowerCase()
      .match(/\p{L}+(?:'\p{L}+)*/gu) ?? [];
  return words.map((word) => word.replace(/'s$/u, ""));
}
