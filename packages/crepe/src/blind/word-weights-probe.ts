import { toCaptionTokens } from "./caption-tokens.ts";
import type { Probe } from "./probe.ts";

const passes = 4;
const rate = 0.1;
/** Shrinks each weight that a row touches, so that rare words stay near nothing. */
const decay = 1e-3;

/**
 * A weight for each word, learned from which captions of other images' rows are true and which are false: a conditional
 * logit (McFadden 1974) over bags of words, by stochastic descent with AdaGrad's steps (Duchi, Hazan and Singer 2011).
 * The only probe that learns from false captions, and so from any habit of whoever made them.
 */
export const wordWeights = {
  name: "word_weights",
  clue: "words that false captions prefer",
  learns: true,
  fit: (rows) => {
    const ids = new Map<string, number>();
    const toIds = (caption: string): Int32Array =>
      Int32Array.from(toCaptionTokens(caption), (word) => {
        const id = ids.get(word) ?? ids.size;
        ids.set(word, id);
        return id;
      });
    const lists = rows.map((row) => [row.caption, ...row.negatives].map(toIds));
    const weights = new Float64Array(ids.size);
    const squares = new Float64Array(ids.size).fill(1e-2);
    const slopes = new Float64Array(ids.size);
    for (let pass = 0; pass < passes; pass++) {
      for (const captions of lists) {
        const scores = captions.map((words) => words.reduce((sum, word) => sum + (weights[word] ?? 0), 0));
        const top = Math.max(...scores);
        const odds = scores.map((score) => Math.exp(score - top));
        const total = odds.reduce((sum, one) => sum + one, 0);
        captions.forEach((words, c) => {
          const miss = (c === 0 ? 1 : 0) - (odds[c] ?? 0) / total;
          for (const word of words) slopes[word] = (slopes[word] ?? 0) + miss;
        });
        for (const word of captions.flatMap((words) => Array.from(words))) {
          const slope = slopes[word] ?? 0;
          slopes[word] = 0;
          // Words that all captions of the list share tell nothing.
          if (Math.abs(slope) < 1e-9) continue;
          const push = slope - decay * (weights[word] ?? 0);
          const square = (squares[word] ?? 0) + push * push;
          squares[word] = square;
          weights[word] = (weights[word] ?? 0) + (rate * push) / Math.sqrt(square);
        }
      }
    }
    return (caption) =>
      toCaptionTokens(caption).reduce((sum, word) => sum + (weights[ids.get(word) ?? -1] ?? 0), 0);
  },
} as const satisfies Probe;
