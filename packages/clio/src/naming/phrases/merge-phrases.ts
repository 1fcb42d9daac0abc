import { requiredSupport } from "../../privacy/support-counter.ts";
import { inOrder, type PhraseList } from "./phrase-list.ts";

/**
 * What is told of a parent: what is told of the base clusters below it, and nothing else, so that a parent tells nothing more of
 * anybody. Phrases stay that the support rule lets pass in the parent whoever is in two of its clusters.
 *
 * @param accounts of the parent
 */
export function mergePhrases(lists: readonly PhraseList[], accounts: number): PhraseList {
  const merged = new Map<string, { accounts: number; least: number }>();
  for (const { phrases } of lists) {
    for (const { text, accounts, least } of phrases) {
      const known = merged.get(text) ?? { accounts: 0, least: 0 };
      merged.set(text, { accounts: known.accounts + accounts, least: Math.max(known.least, least) });
    }
  }
  const required = requiredSupport(accounts);
  return {
    accounts: lists.reduce((sum, list) => sum + list.accounts, 0),
    phrases: inOrder(
      [...merged].flatMap(([text, phrase]) => (phrase.least >= required ? [{ text, ...phrase }] : [])),
    ),
  };
}
