const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const wordLike = /[\p{L}\p{N}\p{M}]/u;
/** What an apostrophe parts from its word: "user's", "don't". */
const endings = /(?<=\p{L})['’](?:s|t|re|ve|ll|d|m)(?![\p{L}\p{M}])/giu;

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/**
 * The words of a text as they are written, but for compatibility forms, invisible characters and case, cut at word boundaries of
 * any script. Every letter and digit of the text is in one of them. Naming compares words by these; what may be published is decided
 * by the stricter reading in `privacy/words/`.
 */
export function toPlainWords(text: string): string[] {
  const clean = text.normalize("NFKC").replace(invisible, "").replace(endings, "").toLowerCase();
  const words: string[] = [];
  for (const { segment } of segmenter.segment(clean)) {
    if (!wordLike.test(segment)) continue;
    for (const part of segment.split(/[^\p{L}\p{N}\p{M}]+/u)) {
      if (part !== "") words.push(part);
    }
  }
  return words;
}
