import { toCaptionTokens } from "../blind/caption-tokens.ts";
import type { KnownWords } from "./known-words.ts";
import { toWords } from "./normalise-text.ts";

/** A word of the positive and what became of it. */
export interface BrokenWord {
  readonly from: string;
  readonly to: string;
}

const prepositions = [
  "on",
  "in",
  "at",
  "by",
  "near",
  "over",
  "under",
  "above",
  "below",
  "across",
  "around",
  "inside",
];

/**
 * What the words of a positive become when one preposition inside of them is replaced by another ("wearing" to
 * "wearunderg"), all its occurrences or the first: broken word to the words it may come from. Computed on first use.
 */
export function createPrepositionBreaks(positive: string): () => ReadonlyMap<string, readonly string[]> {
  let breaks: Map<string, string[]> | null = null;
  return () => (breaks ??= breakPrepositions(positive));
}

function breakPrepositions(positive: string): Map<string, string[]> {
  const breaks = new Map<string, string[]>();
  for (const from of new Set(toCaptionTokens(positive))) {
    for (const part of prepositions.filter((part) => part !== from && from.includes(part))) {
      for (const other of prepositions.filter((other) => other !== part)) {
        for (const to of new Set([from.replace(part, other), from.replaceAll(part, other)])) {
          const sources = breaks.get(to);
          if (sources === undefined) breaks.set(to, [from]);
          else if (!sources.includes(from)) sources.push(from);
        }
      }
    }
  }
  return breaks;
}

/**
 * Words of a negative that {@link createPrepositionBreaks} explains and that are no token of any positive. Distinct pairs.
 *
 * A narrow definition that needs no dictionary, for comparison between implementations; it misses damage by nouns.
 *
 * @param positiveTokens tokens of all positives of the set
 */
export function findBrokenPrepositions(
  breaks: () => ReadonlyMap<string, readonly string[]>,
  negative: string,
  positiveTokens: ReadonlySet<string>,
): readonly BrokenWord[] {
  const strange = new Set(toCaptionTokens(negative).filter((token) => !positiveTokens.has(token)));
  return [...strange].flatMap((to) => (breaks().get(to) ?? []).map((from) => ({ from, to })));
}

/** What {@link findBrokenWords} finds. */
export interface StrangeWords {
  /** Words with a whole word replaced inside of them: "kenya" to "wingenya". */
  readonly broken: readonly BrokenWord[];
  /** Only an ending is left over: "cats" to "fitchs". */
  readonly ending: readonly BrokenWord[];
  /** Half of a compound is replaced, and the other half is a word: "bookshelf" to "magazineshelf". */
  readonly compound: readonly BrokenWord[];
  /** Words that no replacement explains. */
  readonly unknown: readonly string[];
}

/** Strange words of one text, and words of its positive, that are looked at: captions are far shorter. */
const strangeLimit = 50;
const ownLimit = 300;
const longestWord = 40;

/**
 * Words of a negative that no dictionary and no positive knows, by what a replacement inside of a word of the positive
 * would explain.
 *
 * @param known words of the language and of all positives of the set, with their inflections
 */
export function findBrokenWords(positive: string, negative: string, known: KnownWords): StrangeWords {
  const found = {
    broken: [] as BrokenWord[],
    ending: [] as BrokenWord[],
    compound: [] as BrokenWord[],
    unknown: [] as string[],
  };
  const strange = [...new Set(toWords(negative))].filter(
    (word) => !known.has(word) && /^[a-z']+$/u.test(word),
  );
  if (strange.length === 0) return found;
  const own = new Set(toWords(positive).slice(0, ownLimit));
  const isPart = (part: string): boolean =>
    part.length > 2 ? known.has(part) : shortWords.has(part) || (part.length > 0 && own.has(part));
  for (const to of strange.slice(0, strangeLimit)) {
    const rests =
      to.length > longestWord
        ? []
        : [...own].map((from) => ({ from, rest: findSplice(from, to, isPart, known) }));
    const kind = (["broken", "compound", "ending"] as const).find((kind) =>
      rests.some(({ rest }) => rest === kind),
    );
    const from = rests.find(({ rest }) => rest === kind)?.from;
    if (kind === undefined || from === undefined) found.unknown.push(to);
    else found[kind].push({ from, to });
  }
  return found;
}

const shortWords = new Set("on in at by up to of is it he me us we no so go or an as if be tv ox".split(" "));
const endings = new Set(["s", "es", "d", "ed", "ing", "er", "ers", "y", "ly", "n"]);

/** How `to` is `from` with an inner word replaced by a word; null where it is not. */
function findSplice(
  from: string,
  to: string,
  isPart: (word: string) => boolean,
  known: KnownWords,
): "broken" | "compound" | "ending" | null {
  if (from.length > longestWord || isInflection(from, to) || isInflection(to, from)) return null;
  const shorter = Math.min(from.length, to.length);
  let prefix = 0;
  while (prefix < shorter && from[prefix] === to[prefix]) prefix++;
  let suffix = 0;
  while (suffix < shorter && from.at(-1 - suffix) === to.at(-1 - suffix)) suffix++;
  const kinds = new Set<"broken" | "compound" | "ending">();
  for (let head = 0; head <= prefix; head++) {
    for (let tail = head === 0 ? 1 : 0; tail <= suffix && head + tail < shorter; tail++) {
      const old = from.slice(head, from.length - tail);
      const put = to.slice(head, to.length - tail);
      if (put.length < 2 || !isPart(put) || !isPart(old)) continue;
      const [before, after] = [from.slice(0, head), from.slice(from.length - tail)];
      if (head === 0 && endings.has(after)) kinds.add("ending");
      else if (isHalf(head === 0 ? after : tail === 0 ? before : "", put, known)) kinds.add("compound");
      else kinds.add("broken");
    }
  }
  // The harmless explanation wins where there are several.
  return (["ending", "compound", "broken"] as const).find((kind) => kinds.has(kind)) ?? null;
}

function isInflection(base: string, word: string): boolean {
  return word.startsWith(base) && (word === base || endings.has(word.slice(base.length)));
}

/** Whether what is left of a word, and what was put beside it, can be the halves of a compound. */
function isHalf(rest: string, put: string, known: KnownWords): boolean {
  return rest.length > 3 && known.isLemma(rest) && !prepositions.includes(put) && !shortWords.has(put);
}
