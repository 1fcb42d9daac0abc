import {
  bigramLikelihood,
  bigramLikelihoodPerToken,
  knownWords,
  unigramFrequency,
} from "./likelihood-probes.ts";
import { trigramLikelihood, wordsTogether } from "./context-probes.ts";
import type { Probe } from "./probe.ts";
import { fewestSlips } from "./slip-probe.ts";
import {
  firstLetterLowerCase,
  leastPunctuation,
  longestCaption,
  noNegationWord,
  shortestCaption,
} from "./surface-probes.ts";
import { wordWeights } from "./word-weights-probe.ts";

/** Every probe, by name. */
export const blindProbes = {
  shortest_caption: shortestCaption,
  longest_caption: longestCaption,
  first_letter_lower_case: firstLetterLowerCase,
  least_punctuation: leastPunctuation,
  no_negation_word: noNegationWord,
  fewest_slips: fewestSlips,
  known_words: knownWords,
  unigram_frequency: unigramFrequency,
  bigram_lm: bigramLikelihood,
  bigram_lm_per_token: bigramLikelihoodPerToken,
  trigram_lm_per_token: trigramLikelihood,
  words_together: wordsTogether,
  word_weights: wordWeights,
} as const satisfies Record<string, Probe>;

export type BlindProbeName = keyof typeof blindProbes;
