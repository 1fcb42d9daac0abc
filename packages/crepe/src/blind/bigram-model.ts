import type { BlindRow } from "./blind-row.ts";
import { toCaptionTokens } from "./caption-tokens.ts";

/** Counts of words and of adjacent words in a set of captions, and the probabilities that follow from them. */
export interface BigramModel {
  /** Occurrences of words and of the end mark. */
  readonly total: number;
  /** Distinct words, the end mark, and one for everything never seen. */
  readonly vocabulary: number;
  readonly distinctBigrams: number;
  knows(word: string): boolean;
  /** ln p(word), counts raised by 0.5 (Jeffreys' prior). */
  unigram(word: string): number;
  /** ln p(word | before): the bigram's share, mixed with the unigram in the ratio x : 5 where `before` was seen x times. */
  bigram(before: string, word: string): number;
}

/** What came after one word. */
interface Followers {
  total: number;
  readonly counts: Map<string, number>;
}

export const startMark = "<s>";
export const endMark = "</s>";

/**
 * Counts the true captions of rows, each once for each image.
 *
 * Interpolation with a weight that grows with the history's count is that of Jelinek and Mercer (1980) in the form of
 * MacKay and Peto, A hierarchical Dirichlet language model, Natural Language Engineering 1, 1995.
 */
export function countBigrams(rows: readonly BlindRow[]): BigramModel {
  const words = new Map<string, number>();
  const followers = new Map<string, Followers>();
  for (const caption of distinctCaptions(rows)) {
    let before = startMark;
    for (const word of [...toCaptionTokens(caption), endMark]) {
      increment(words, word);
      let after = followers.get(before);
      if (after === undefined) followers.set(before, (after = { total: 0, counts: new Map() }));
      after.total++;
      increment(after.counts, word);
      before = word;
    }
  }
  const total = [...words.values()].reduce((sum, count) => sum + count, 0);
  const vocabulary = words.size + 1;
  const share = (word: string): number => ((words.get(word) ?? 0) + 0.5) / (total + 0.5 * vocabulary);
  return {
    total,
    vocabulary,
    distinctBigrams: [...followers.values()].reduce((sum, { counts }) => sum + counts.size, 0),
    knows: (word) => words.has(word),
    unigram: (word) => Math.log(share(word)),
    bigram: (before, word) => {
      const after = followers.get(before);
      if (after === undefined) return Math.log(share(word));
      const weight = after.total / (after.total + 5);
      const pairShare = (after.counts.get(word) ?? 0) / after.total;
      return Math.log(weight * pairShare + (1 - weight) * share(word));
    },
  };
}

/** The true captions of rows, each once for each image. */
export function distinctCaptions(rows: readonly BlindRow[]): string[] {
  return [...new Map(rows.map((row) => [`${row.imageId}\n${row.caption}`, row.caption])).values()];
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
