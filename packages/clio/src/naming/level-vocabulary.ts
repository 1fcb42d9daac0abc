import { createHashedCounts, type HashedCounts } from "./hashed-counts.ts";
import { acronyms, definiteNouns, imperativeVerbs, massNouns, pluralNouns, properNames } from "./lexicon.ts";
import type { Mention } from "./noun-phrase.ts";
import { joinedSpelling } from "./joined-spelling.ts";
import type { Sentence } from "./tag-text.ts";

/** How a noun is used in the level. */
export interface NounUse {
  plural: number;
  indefinite: number;
  definite: number;
  own: number;
  bare: number;
}

/** What all texts of a level together tell: how common phrases are, how nouns count, what is written with capitals. */
export interface LevelVocabulary {
  readonly phrases: HashedCounts;
  texts: number;
  /** Use of a head noun, or null where it was not met. */
  useOf(head: string): Readonly<NounUse> | null;
  /** Whether a noun is used like a name: never counted, never with an article, and not known to be a mass noun. */
  isNameLike(head: string): boolean;
  /** Whether a noun is more often a verb that the tagger mistook: hardly ever with an article or in the plural. */
  isVerbLike(head: string): boolean;
  /** A lower-case word as it is written inside a sentence. */
  spell(word: string): string;
  addMentions(mentions: readonly Mention[]): void;
  addSentences(sentences: readonly Sentence[]): void;
}

const massEnding = /(?:ness|ity|ship|ware|ism|ing|tion|ment|ance|ence)$/u;
const mostWords = 200_000;

export function createLevelVocabulary(): LevelVocabulary {
  const uses = new Map<string, NounUse>();
  const capitals = new Map<string, Map<string, number>>();
  const lowers = new Map<string, number>();
  return {
    phrases: createHashedCounts(),
    texts: 0,
    useOf: (head) => uses.get(head) ?? null,
    isNameLike: (head) => {
      const use = uses.get(head);
      if (
        use === undefined ||
        massNouns.has(head) ||
        pluralNouns.has(head) ||
        definiteNouns.has(head) ||
        acronyms.has(head) ||
        massEnding.test(head)
      )
        return false;
      return (use.plural + use.indefinite + use.definite + use.own) / totalOf(use) < 0.12;
    },
    isVerbLike: (head) => {
      const use = uses.get(head);
      return (
        use !== undefined &&
        imperativeVerbs.has(head) &&
        (use.indefinite + use.definite + use.own) / totalOf(use) < 0.5
      );
    },
    spell: (word) =>
      joinedSpelling[word] ??
      properNames.get(word) ??
      (acronyms.has(word) ? word.toUpperCase() : (usualCapitals(word, capitals, lowers) ?? word)),
    addMentions: (mentions) => {
      for (const { phrase, plural, determiner } of mentions) {
        const use = uses.get(phrase.head) ?? { plural: 0, indefinite: 0, definite: 0, own: 0, bare: 0 };
        if (plural) use.plural++;
        else if (determiner === "a") use.indefinite++;
        else if (determiner === "the") use.definite++;
        else if (determiner === "own" || determiner === "yours") use.own++;
        else use.bare++;
        if (uses.size < mostWords) uses.set(phrase.head, use);
      }
    },
    addSentences: (sentences) => {
      for (const sentence of sentences) {
        // A text in capitals says nothing about capitals.
        const shouting =
          sentence.filter((token) => token.text !== token.lower).length > sentence.length * 0.6;
        for (const [index, token] of sentence.entries()) {
          if (index === 0 || shouting) continue;
          if (token.text === token.lower)
            lowers.set(token.lower, (lowers.get(token.lower) ?? 0) + (lowers.size < mostWords ? 1 : 0));
          else if (capitals.size < mostWords) {
            const forms = capitals.get(token.lower) ?? new Map<string, number>();
            forms.set(token.text, (forms.get(token.text) ?? 0) + 1);
            capitals.set(token.lower, forms);
          }
        }
      }
    },
  };
}

export function totalOf(use: Readonly<NounUse>): number {
  return use.plural + use.indefinite + use.definite + use.own + use.bare;
}

function usualCapitals(
  word: string,
  capitals: ReadonlyMap<string, ReadonlyMap<string, number>>,
  lowers: ReadonlyMap<string, number>,
): string | null {
  const forms = capitals.get(word);
  if (forms === undefined) return null;
  const [best] = [...forms].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const total = [...forms.values()].reduce((sum, count) => sum + count, 0);
  return best !== undefined && total >= 3 && total > 2 * (lowers.get(word) ?? 0) ? best[0] : null;
}
