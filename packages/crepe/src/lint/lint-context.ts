import { cuss } from "cuss";
import { toCaptionTokens } from "../blind/caption-tokens.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { loadKnownWords, withWords, type KnownWords } from "./known-words.ts";
import { toWords } from "./normalise-text.ts";

/** What checks of a row know about the set and the language. */
export interface LintContext {
  /** Tokens of all positives, as counted by the language-model probes. */
  readonly positiveTokens: ReadonlySet<string>;
  /** Words of all positives: a word that a positive holds is neither broken nor vulgar. */
  readonly positiveWords: ReadonlySet<string>;
  /** English words and those of the positives. */
  readonly known: KnownWords;
  readonly vulgar: ReadonlySet<string>;
}

/** Collects the words of the positives of all rows; loads the dictionaries where `known` does not bring them. */
export async function createLintContext(
  rows: Iterable<RetrievalRow>,
  options: { readonly known?: KnownWords } = {},
): Promise<LintContext> {
  const positiveTokens = new Set<string>();
  const positiveWords = new Set<string>();
  for (const { caption } of rows) {
    for (const token of toCaptionTokens(caption)) positiveTokens.add(token);
    for (const word of toWords(caption)) positiveWords.add(word);
  }
  const known = withWords(options.known ?? (await loadKnownWords()), positiveWords);
  return { positiveTokens, positiveWords, known, vulgar: vulgarWords() };
}

/** Words of `cuss` that are surely profane, and some that are so in descriptions of pictures. */
function vulgarWords(): ReadonlySet<string> {
  const sure = Object.entries(cuss).filter(([, rating]) => rating === 2);
  return new Set([...sure.map(([word]) => word).filter((word) => !innocent.has(word)), ...indecent]);
}

/** Profane by the list, but ordinary in descriptions of pictures. */
const innocent = new Set(
  "beanbag beanbags chunky cocky boonies cheesehead barf dingleberry sucker suckers vomit".split(" "),
);
/** Only likely profane by the list: they have an innocent sense that is rare as the foil of a caption. */
const indecent =
  "bitch bitches crotch crotches damn dyke dykes nipple nipples penis pussy sex shit cock cocks".split(" ");
