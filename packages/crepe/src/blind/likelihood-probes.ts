import { countBigrams, endMark, startMark, type BigramModel } from "./bigram-model.ts";
import { toCaptionTokens } from "./caption-tokens.ts";
import type { Probe } from "./probe.ts";

/** ln p of the caption's words, each alone, under the true captions of other images. Longer texts score lower. */
export const unigramFrequency = {
  name: "unigram_frequency",
  clue: "the frequency of its words",
  learns: true,
  fit: (rows) => {
    const model = countBigrams(rows);
    return (caption) => toCaptionTokens(caption).reduce((sum, word) => sum + model.unigram(word), 0);
  },
} as const satisfies Probe;

/** ln p of the caption under a bigram model of the true captions of other images. Longer texts score lower. */
export const bigramLikelihood = {
  name: "bigram_lm",
  clue: "which words follow each other",
  learns: true,
  fit: (rows) => {
    const model = countBigrams(rows);
    return (caption) => bigramScore(model, toCaptionTokens(caption));
  },
} as const satisfies Probe;

/** The bigram model's ln p for each word and the end mark: what is left when length no longer counts. */
export const bigramLikelihoodPerToken = {
  name: "bigram_lm_per_token",
  clue: "which words follow each other, whatever the length",
  learns: true,
  fit: (rows) => {
    const model = countBigrams(rows);
    return (caption) => {
      const tokens = toCaptionTokens(caption);
      return bigramScore(model, tokens) / (tokens.length + 1);
    };
  },
} as const satisfies Probe;

/** The caption with the fewest words that no true caption of other images holds. */
export const knownWords = {
  name: "known_words",
  clue: "words that true captions never use",
  learns: true,
  fit: (rows) => {
    const model = countBigrams(rows);
    return (caption) => -toCaptionTokens(caption).filter((word) => !model.knows(word)).length;
  },
} as const satisfies Probe;

function bigramScore(model: BigramModel, tokens: readonly string[]): number {
  let before = startMark;
  let sum = 0;
  for (const word of [...tokens, endMark]) {
    sum += model.bigram(before, word);
    before = word;
  }
  return sum;
}
