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
    const weights = new Map<string, number>();
    const squares = new Map<string, number>();
    const scoreOf = (words: readonly string[]): number =>
      words.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
    const lists = rows.map((row) => [row.caption, ...row.negatives].map(toCaptionTokens));
    for (let pass = 0; pass < passes; pass++) {
      for (const captions of lists) {
        const scores = captions.map(scoreOf);
        const top = Math.max(...scores);
        const odds = scores.map((score) => Math.exp(score - top));
        const total = odds.reduce((sum, one) => sum + one, 0);
        const slopes = new Map<string, number>();
        captions.forEach((words, c) => {
          const miss = (c === 0 ? 1 : 0) - (odds[c] ?? 0) / total;
          for (const word of words) slopes.set(word, (slopes.get(word) ?? 0) + miss);
        });
        for (const [word, slope] of slopes) {
          // Words that all captions of the list share tell nothing.
          if (Math.abs(slope) < 1e-9) continue;
          const weight = weights.get(word) ?? 0;
          const push = slope - decay * weight;
          const square = (squares.get(word) ?? 1e-2) + push * push;
          squares.set(word, square);
          weights.set(word, weight + (rate * push) / Math.sqrt(square));
        }
      }
    }
    return (caption) => scoreOf(toCaptionTokens(caption));
  },
} as const satisfies Probe;
