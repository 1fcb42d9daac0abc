import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isPublicWord } from "../public-vocabulary.ts";
import { toNumberKey } from "../../words/inflection-key.ts";
import { listEverydayWords } from "./everyday-words.ts";
import { unknownWordPresets, type UnknownWordRule } from "../thresholds.ts";
import { isRomanNumeral } from "./numerals.ts";
import { readDictionary, type Dictionary } from "./read-dictionary.ts";
import type { Token } from "./read-tokens.ts";
import { listWellKnownNames } from "./well-known-names.ts";

/**
 * - `public` words are the glue of English and the frame of our own sentences: they pass alone.
 * - `known` words stand in a dictionary that we ship, are well known names, or everyday words of some other languages.
 * - `unknown` words are all others: names of people, codes, inventions, and words of languages without a dictionary.
 */
export type WordClass = "public" | "known" | "number" | "unknown";

export interface ClassifiedWord {
  readonly class: WordClass;
  /** Inflections of one known word have one key. */
  readonly key: string;
  /** Whether an English dictionary has it. */
  readonly isEnglish: boolean;
}

/** Tells what kind of word a token is, and what an unknown one needs. */
export interface WordClasses {
  readonly unknownWords: UnknownWordRule;
  classify(token: Pick<Token, "word" | "kind">): ClassifiedWord;
}

export interface WordClassesOptions {
  /** Lower-case words that a person has read and found harmless: known, whatever they are. */
  readonly terms?: ReadonlySet<string>;
  /** That of the preset `explore` where it is not given. */
  readonly unknownWords?: UnknownWordRule;
}

const mostRemembered = 200_000;
/** Plural, past and gerund: -s, -d, -g; -ings is one of two together. */
const englishInflections: ReadonlySet<string> = new Set(["S", "D", "G", "J"]);
const cyrillic = /^[\p{Script=Cyrillic}\p{M}]+$/u;
const english = /^[a-z]+$/u;
const doubled = /^(\p{L}*[aeiouy]([bdgklmnprtv]))\2(?:ed|ing)$/u;
const han =
  /^[\p{Script=Han}\p{Script=Hiragana}々ー]*\p{Script=Han}[\p{Script=Han}\p{Script=Hiragana}々ー]*$/u;

// Constants that are read when they are first asked for.
const openEnglish = lazy(() =>
  ["dictionary-en", "dictionary-en-gb"].map((name) => loadDictionary(name, englishInflections)),
);
const openRussian = lazy(() => loadDictionary("dictionary-ru", null));
const openNames = lazy(listWellKnownNames);
const openEveryday = lazy(listEverydayWords);

/**
 * Word classes from dictionaries that are read when the first word needs one: English (SCOWL, American and British spelling),
 * Russian (Lebedev), and for Chinese and Japanese the word list of ICU, which cuts into single characters what it does not know.
 * For German, French, Spanish, Portuguese, Italian, Dutch and Turkish there are some hundred everyday words each.
 */
export function createWordClasses({
  terms = new Set(),
  unknownWords = unknownWordPresets.explore,
}: WordClassesOptions = {}): WordClasses {
  const remembered = new Map<string, ClassifiedWord>();
  const look = (word: string, kind: Token["kind"]): ClassifiedWord => {
    const as = (wordClass: WordClass, key = word, isEnglish = false): ClassifiedWord => ({
      class: wordClass,
      key,
      isEnglish,
    });
    if (isPublicWord(word)) return as("public", word, true);
    if (kind === "number") return as("number");
    if (kind === "character") return as("known");
    const base = findBase(word);
    if (base !== null) return as("known", base, english.test(word));
    if (han.test(word) && Array.from(word).length > 1) return as("known");
    const key = toNumberKey(word);
    if ([word, key].some((form) => openNames().has(form) || terms.has(form))) return as("known", key);
    if (openEveryday().has(word)) return as("known");
    return isRomanNumeral(word) ? as("number") : as("unknown", key);
  };
  return {
    unknownWords,
    classify: ({ word, kind }) => {
      const known = remembered.get(word);
      if (known !== undefined) return known;
      if (remembered.size >= mostRemembered) remembered.clear();
      const classified = look(word, kind);
      remembered.set(word, classified);
      return classified;
    },
  };
}

/** The base form of a word that a dictionary has, or null. */
function findBase(word: string): string | null {
  if (cyrillic.test(word)) return openRussian().baseOf(word);
  if (!english.test(word)) return null;
  for (const dictionary of openEnglish()) {
    const base = dictionary.baseOf(word);
    // The dictionaries list "planned" and "planning" beside "plan".
    const undoubled = base === word ? doubled.exec(word)?.[1] : undefined;
    if (undoubled !== undefined && dictionary.baseOf(undoubled) === undoubled) return undoubled;
    if (base !== null) return base;
  }
  return null;
}

function loadDictionary(name: string, inflections: ReadonlySet<string> | null): Dictionary {
  const directory = join(createRequire(import.meta.url).resolve(name), "..");
  const read = (file: string): string => readFileSync(join(directory, file), "utf8");
  return readDictionary(read("index.aff"), read("index.dic"), { inflections });
}

function lazy<T>(create: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: create() }).value;
}
