import {
  leastBehind,
  noiseKey,
  noiseUnit,
  tellSupport,
  type SupportNoise,
} from "../../privacy/noisy-support.ts";
import { requiredSupport } from "../../privacy/support-counter.ts";
import { countBrought } from "./count-brought.ts";
import { inOrder, type PhraseList } from "./phrase-list.ts";
import { readKeyPhrases } from "./read-key-phrases.ts";

export interface CountPhrasesOptions {
  /** All accounts of the cluster, where `texts` are those of a random part of them. */
  readonly accounts: number;
  /** Whether the bound on what one account tells holds in clusters of any size (false): see `noiseUnit`. */
  readonly boundEverywhere?: boolean;
}

/**
 * The key phrases that enough accounts of a cluster use, with counts that hardly tell of one account: each brings a few of its
 * phrases, so that nobody has more draws than that. The support rule may ask more of some words.
 *
 * @param texts one of each account
 */
export function countPhrases(
  texts: readonly string[],
  { accounts, boundEverywhere = false }: CountPhrasesOptions,
): PhraseList {
  // What a hundredth of all accounts say, twice as many of a large enough part of them say for certain.
  const least =
    texts.length < accounts ? Math.max(5, Math.ceil(texts.length / 50)) : requiredSupport(accounts);
  const noise = { least, unit: noiseUnit(texts.length, boundEverywhere), key: noiseKey(texts) };
  const counts = countBrought(texts.map(readKeyPhrases), noise);
  const about = Math.max(10, 10 * Math.round(texts.length / 10));
  return { accounts: about, phrases: tellPhrases(counts, noise) };
}

/** What is told of phrases by how many accounts use each. */
export function tellPhrases(counts: ReadonlyMap<string, number>, noise: SupportNoise): PhraseList["phrases"] {
  const told = [...counts].flatMap(([text, count]) => {
    const accounts = tellSupport(count, text, noise);
    return accounts === null ? [] : [{ text, accounts, least: leastBehind(accounts, noise) }];
  });
  return inOrder(told);
}
