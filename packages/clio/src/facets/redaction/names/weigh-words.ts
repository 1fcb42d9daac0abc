import { nameLikeness } from "./name-likeness.ts";
import type { NameWord } from "./sort-word.ts";

/** How much the words of a run alone speak for the name of a person; about 2 is a name. */
export function weighWords(run: readonly NameWord[]): number {
  let weight = 0;
  let before: NameWord | null = null;
  for (const word of run) {
    weight += before === null ? weighFirst(word) : weighNext(word, before);
    if (word.sort !== "particle") before = word;
  }
  return weight;
}

function weighFirst({ word, sort }: NameWord): number {
  switch (sort) {
    case "given":
      return 2.1;
    case "given or else":
      return 0.8;
    case "family":
      return 0.9;
    case "unknown":
      return nameLikeness(word.text) > 0.8 ? 0.8 : 0.5;
    case "initial":
      return 0.3;
    case "particle":
      return 0;
    default:
      return sort satisfies never;
  }
}

function weighNext({ sort }: NameWord, before: NameWord): number {
  switch (sort) {
    case "given":
      return 1;
    case "given or else":
      return 0.5;
    case "family":
      return before.sort === "unknown" ? 1.4 : 1.15;
    case "unknown":
      return before.sort === "given" || before.sort === "given or else" ? 0.9 : 0.6;
    case "initial":
      return 0.8;
    case "particle":
      return 0;
    default:
      return sort satisfies never;
  }
}
