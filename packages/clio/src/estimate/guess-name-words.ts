import { isPublicWord } from "../privacy/public-vocabulary.ts";
import { toPlainWords } from "../words/plain-words.ts";

/** A namer by counting. */
export interface NameWords {
  /** The words by which a plain namer would call some of the texts, best first. */
  nameOf(texts: readonly string[]): readonly string[];
}

/** Content words of a name by a model, as a rule. */
const wordsOfName = 4;
/** What a tenth of the members say is the rarest that a name is made of. */
const leastShare = 0.1;

/** A namer that takes the words which its texts use more than all texts do, to see how often they are refused. */
export function guessNameWords(all: readonly string[]): NameWords {
  const overall = countWords(all);
  return {
    nameOf: (texts) => {
      const least = Math.max(2, Math.ceil(leastShare * texts.length));
      const scored = [...countWords(texts)].flatMap(([word, count]) => {
        if (count < least) return [];
        const share = count / texts.length;
        const usual = ((overall.get(word) ?? 0) - count) / Math.max(1, all.length - texts.length);
        return [{ word, score: share * Math.log((share + 0.02) / (usual + 0.02)) }];
      });
      return scored
        .toSorted((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
        .slice(0, wordsOfName)
        .map(({ word }) => word);
    },
  };
}

function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(toPlainWords(text))) {
      if (!isPublicWord(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}
