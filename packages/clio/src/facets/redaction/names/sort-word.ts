import { particles, placeBeginnings, suffixes, thingsAfter, titles } from "./cue-words.ts";
import { looksLikeFamilyName } from "./family-endings.ts";
import { foldWord } from "./fold-word.ts";
import { isFamilyName, isGivenName } from "./known-names.ts";
import { isOrdinaryWord, isVeryCommonWord } from "./ordinary-words.ts";
import { isPlaceWord } from "./place-words.ts";
import type { Word } from "./read-words.ts";

/** What a word may be in a name. `given or else`: a given name that is an ordinary word or a place as well. */
export type NameWordSort = "given" | "given or else" | "family" | "unknown" | "initial" | "particle";

export interface NameWord {
  readonly word: Word;
  readonly sort: NameWordSort;
}

/** What capitals are on in a text: on names, on everything, on nothing, or on every noun. */
export type WritingStyle = "mixed" | "capitals" | "small" | "nouns";

/**
 * What a word is in the name that `run` has begun, or as its first word where `run` is empty; null where it is in none.
 */
export function sortWord(
  { text, shape }: Word,
  run: readonly NameWord[],
  style: WritingStyle,
): NameWordSort | null {
  const first = run.length === 0;
  const folded = foldWord(text);
  if (style === "small" && text.length === 1)
    return first || folded === "i" || folded === "a" ? null : "initial";
  if (shape === "lower" && style !== "small") return !first && particles.has(text) ? "particle" : null;
  if (shape === "initial") return "initial";
  if (/^I['’]|['’](?:ll|re|ve|d|m|t|em)$/i.test(text)) return null;
  if (first && (titles.has(folded) || placeBeginnings.has(folded))) return null;
  if (!first && suffixes.has(folded)) return null;
  const parts = text.split("-");
  const given = isGivenName(text) || (parts.length > 1 && parts.every(isGivenName));
  const family = isFamilyName(text) || parts.length > 1 || looksLikeFamilyName(text);
  const ordinary = isOrdinaryWord(text);
  const place = isPlaceWord(text);
  // Where capitals say nothing, only what is nothing but a name tells.
  const unmarked = style === "small" || shape === "upper";
  if (shape === "upper" && text.length < 5 && first) return null;
  if (unmarked && (ordinary || place || !(given || isFamilyName(text) || (!first && family)))) return null;
  if (shape === "upper" && style !== "capitals") return null;
  const afterGiven = run.some(({ sort }) => sort === "given" || sort === "given or else");
  if (ordinary || place) {
    if (isVeryCommonWord(text)) return null;
    if (afterGiven && (family || place) && !thingsAfter.has(folded)) return "family";
    return given ? "given or else" : null;
  }
  if (thingsAfter.has(folded)) return null;
  if (style === "nouns" && !given && !(isFamilyName(text) && !first)) return null;
  if (given) return afterGiven && family ? "family" : "given";
  return family ? "family" : "unknown";
}
