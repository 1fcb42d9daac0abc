import { worldColourNames, worldPatterns, worldPredicates, worldSizeNames } from "../world/catalogue.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";

const attributes: ReadonlySet<string> = new Set([...worldColourNames, ...worldPatterns, ...worldSizeNames]);
const twoMentions = new RegExp(`^(.+) (${worldPredicates.join("|")}) (an? .+)$`, "u");

/**
 * Counts the atoms and compounds of the drawn world's training captions, exactly: they are read by the grammar that
 * they were written with, so that no error of a parser moves a caption into another split.
 */
export function toWorldVocabulary(captions: Iterable<string>, name = "world"): Vocabulary {
  const counts = new Map<string, number>();
  for (const caption of captions) {
    for (const key of new Set(readCaption(caption))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return {
    name,
    countAtom: (kind, text) => counts.get(`${kind}\t${text}`) ?? 0,
    countCompound: (compound) => counts.get(`compound\t${compound}`) ?? 0,
  };
}

function readCaption(caption: string): string[] {
  const [, left, predicate = "", right] = twoMentions.exec(caption) ?? [];
  if (left === undefined || right === undefined) return [...readMention(caption).keys];
  const [subject, object] = [readMention(left), readMention(right)];
  return [
    ...subject.keys,
    ...object.keys,
    `relation\t${predicate}`,
    `compound\t${subject.noun} ${predicate} ${object.noun}`,
  ];
}

function readMention(phrase: string): { readonly noun: string; readonly keys: readonly string[] } {
  const words = phrase.replace(/^an? /u, "").split(" ");
  const end = words.findIndex((word) => !attributes.has(word));
  const noun = words.slice(end).join(" ");
  const keys = words
    .slice(0, end)
    .flatMap((attribute) => [`attribute\t${attribute}`, `compound\t${attribute} ${noun}`]);
  return { noun, keys: [`object\t${noun}`, ...keys] };
}
