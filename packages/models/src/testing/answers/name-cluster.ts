import type { Json } from "@observatory/core";
import { readBlock, readCounts, readTexts } from "../read-elements.ts";
import { byText, countShared, listWords, toContentWords, toStem, toStems, toWords } from "./words.ts";

/**
 * The answer to `clio-name`: words that members share more than outsiders, inside sentences of words without a
 * subject. The order of members does not matter.
 */
export function nameCluster(prompt: string): Json {
  const children = readTexts(readBlock(prompt, "children"), "name");
  const members = [...readTexts(readBlock(prompt, "members"), "summary"), ...children];
  const outsiders = readTexts(readBlock(prompt, "outsiders"), "summary");
  const avoided = new Set(toContentWords(readBlock(prompt, "avoid")).map(toStem));
  const words = rankWords(members, outsiders)
    .filter((word) => !avoided.has(toStem(word)))
    .slice(0, 6);
  return describe(words);
}

/**
 * The answer to `clio-name-phrases`: the phrases that more of the group's people use than of those around it, longer ones before the
 * words that they are made of.
 */
export function nameByPhrases(prompt: string): Json {
  const avoided = new Set(toContentWords(readBlock(prompt, "avoid")).map(toStem));
  const outside = new Map(readCounts(readBlock(prompt, "outside"), "phrase"));
  const ranked = readCounts(readBlock(prompt, "phrases"), "phrase")
    .map(([text, count]) => ({ text, worth: count - (outside.get(text) ?? 0) / 2 }))
    .filter(({ text }) => !toWords(text).some((word) => avoided.has(toStem(word))))
    .toSorted((a, b) => b.worth - a.worth || byText(a.text, b.text));
  const chosen: string[] = [];
  for (const { text } of ranked) {
    const stems = toStems(text);
    if (chosen.some((said) => countShared(toStems(said), stems) > 0) || chosen.length === 6) continue;
    chosen.push(text);
  }
  return describe(chosen);
}

/** A name and a description of words without a subject, around these. */
function describe(words: readonly string[]): { readonly name: string; readonly description: string } {
  const [first, second, third] = words;
  if (first === undefined) {
    return {
      name: "Get help with several different things",
      description: `${vagueOpening} ${vagueEnd}`,
    };
  }
  return {
    name: `Get help with ${listWords(words.slice(0, 3))}`,
    description: `Users asked for help with ${listWords(words.slice(0, 3))} in several different ways, and most of them ${mentions(first, second, third)}. ${secondSentence(words.slice(3))}`,
  };
}

const vagueOpening = "Users asked for help with several different things, each in a way of their own.";
const vagueEnd =
  "Most of them wanted to be given one useful thing, and others had various further questions that were not related.";

function mentions(first: string, second: string | undefined, third: string | undefined): string {
  if (second === undefined) return `mentioned ${first} more than any other thing`;
  return third === undefined
    ? `mentioned ${first} or ${second}`
    : `mentioned ${first}, ${second} or ${third}`;
}

function secondSentence(others: readonly string[]): string {
  return others.length === 0
    ? vagueEnd
    : `Some of the questions were also about ${listWords(others)}, and users typically wanted to be given a way to get it done on their own.`;
}

/** Content words of members, those first that tell them from outsiders; each in its most frequent form. */
export function rankWords(members: readonly string[], outsiders: readonly string[]): string[] {
  const inside = countTexts(members);
  const outside = countTexts(outsiders);
  const least = Math.max(1, Math.ceil(0.1 * members.length));
  const scored = [...inside].flatMap(([stem, { texts, forms }]) => {
    if (texts < Math.min(least, members.length)) return [];
    const share = texts / members.length;
    const shareOutside = (outside.get(stem)?.texts ?? 0) / Math.max(1, outsiders.length);
    return [{ form: mostFrequent(forms), score: share * Math.log((share + 0.02) / (shareOutside + 0.02)) }];
  });
  return scored.toSorted((a, b) => b.score - a.score || byText(a.form, b.form)).map(({ form }) => form);
}

interface StemCount {
  texts: number;
  readonly forms: Map<string, number>;
}

function countTexts(texts: readonly string[]): Map<string, StemCount> {
  const counts = new Map<string, StemCount>();
  for (const text of texts) {
    const seen = new Set<string>();
    for (const word of toContentWords(text)) {
      const stem = toStem(word);
      const count = counts.get(stem) ?? { texts: 0, forms: new Map<string, number>() };
      counts.set(stem, count);
      if (!seen.has(stem)) count.texts++;
      seen.add(stem);
      count.forms.set(word, (count.forms.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

function mostFrequent(forms: ReadonlyMap<string, number>): string {
  return [...forms].toSorted((a, b) => b[1] - a[1] || byText(a[0], b[0]))[0]?.[0] ?? "";
}
