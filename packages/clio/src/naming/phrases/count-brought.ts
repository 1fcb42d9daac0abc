import { createRandom } from "@observatory/core";
import { phrasesOfAccount, type SupportNoise } from "../../privacy/noisy-support.ts";

/**
 * How many accounts bring each phrase to the list of a cluster. An account brings no more than `phrasesOfAccount` of its phrases,
 * drawn with the secret key of the cluster. Words come before pairs, which are many and each said by few, but for a third of the places
 * where there are three. A pair is one phrase, brought for itself: who is told it knows its words, and the words gain no count by it.
 *
 * @param accounts phrases of each account, in any order
 */
export function countBrought(
  accounts: readonly ReadonlySet<string>[],
  { unit, key }: Pick<SupportNoise, "unit" | "key">,
): ReadonlyMap<string, number> {
  const most = phrasesOfAccount(unit);
  const counts = new Map<string, number>();
  const seen = new Map<string, number>();
  for (const phrases of accounts) {
    const inOrder = [...phrases].toSorted();
    const said = inOrder.join("\n");
    // Accounts that say the same draw each for themselves, whatever their order.
    const nth = seen.get(said) ?? 0;
    seen.set(said, nth + 1);
    for (const phrase of choose(inOrder, most, `${key}\n${nth}\n${said}`))
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return counts;
}

function choose(phrases: readonly string[], most: number, key: string): readonly string[] {
  if (phrases.length <= most) return phrases;
  const drawn = createRandom(key).shuffle(phrases);
  const pairs = drawn.filter((phrase) => phrase.includes(" "));
  const words = drawn.filter((phrase) => !phrase.includes(" "));
  const wordPlaces = Math.max(most - Math.floor(most / 3), most - pairs.length);
  const brought = words.slice(0, wordPlaces);
  return [...brought, ...pairs.slice(0, most - brought.length)];
}
