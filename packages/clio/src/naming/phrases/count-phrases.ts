import { leastBehind, noiseKey, noiseUnit, tellSupport } from "../../privacy/noisy-support.ts";
import { requiredSupport } from "../../privacy/support-counter.ts";
import { inOrder, type PhraseList } from "./phrase-list.ts";
import { readKeyPhrases } from "./read-key-phrases.ts";

export interface CountPhrasesOptions {
  /** All accounts of the cluster, where `texts` are those of a random part of them. */
  readonly accounts: number;
}

/**
 * The key phrases that enough accounts of a cluster use, with counts that hardly tell of one account. The support rule may ask more
 * of some words.
 *
 * @param texts one of each account
 */
export function countPhrases(texts: readonly string[], { accounts }: CountPhrasesOptions): PhraseList {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const phrase of readKeyPhrases(text)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  // What a hundredth of all accounts say, twice as many of a large enough part of them say for certain.
  const least =
    texts.length < accounts ? Math.max(5, Math.ceil(texts.length / 50)) : requiredSupport(accounts);
  const unit = noiseUnit(texts.length);
  const noise = { least, unit, key: noiseKey(texts) };
  const phrases = [...counts].flatMap(([text, count]) => {
    const told = tellSupport(count, text, noise);
    return told === null ? [] : [{ text, accounts: told, least: leastBehind(told, noise) }];
  });
  return { accounts: 20 * Math.ceil(texts.length / 20), phrases: inOrder(phrases) };
}
