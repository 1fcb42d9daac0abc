import { toCaptionTokens } from "./caption-tokens.ts";
import type { RowScores } from "./score-rows.ts";

/**
 * How alike each caption is to the others of its list: the number of adjacent word pairs shared with each of them, less
 * those not shared, summed over the others.
 *
 * Negatives made by one change each differ from the truth once and from each other twice, so the truth lies in their
 * middle. No scorer of single captions can use this; a model that is shown the whole list can. Pairs (k = 1) are immune.
 */
export function scoreCentrality(captions: readonly string[]): RowScores {
  const sets = captions.map(toPairs);
  return Float64Array.from(sets, (own, i) =>
    sets.reduce((sum, other, j) => {
      if (i === j) return sum;
      const shared = [...own].filter((pair) => other.has(pair)).length;
      return sum + shared - (own.size - shared) - (other.size - shared);
    }, 0),
  );
}

function toPairs(caption: string): Set<string> {
  const words = ["<s>", ...toCaptionTokens(caption), "</s>"];
  return new Set(words.slice(1).map((word, i) => `${words[i] ?? ""} ${word}`));
}
