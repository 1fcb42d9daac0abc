import { once } from "@observatory/core";
import { foldWord } from "./fold-word.ts";
import { everyGivenName } from "./known-names.ts";
import { everyOrdinaryWord } from "./ordinary-words.ts";

const least = 4;

const shares = once((): ReadonlyMap<string, number> => {
  const names = countEndings(everyGivenName());
  const words = countEndings(everyOrdinaryWord());
  return new Map(
    [...names].flatMap(([ending, count]) =>
      count < least ? [] : [[ending, count / (count + (words.get(ending) ?? 0))] as const],
    ),
  );
});

function countEndings(words: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) {
    if (word.length < 4) continue;
    const ending = word.slice(-3);
    counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  return counts;
}

/**
 * How far the last three letters of an unknown word are those of a given name rather than of an ordinary English word, 0 to 1: the
 * share of given names among both lists. 0 where the ending is rare among names.
 */
export function nameLikeness(word: string): number {
  return shares().get(foldWord(word).slice(-3)) ?? 0;
}
