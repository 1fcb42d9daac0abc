import type { Finding } from "../finding.ts";
import { particles, suffixes } from "./cue-words.ts";
import { sortWord, type NameWord, type WritingStyle } from "./sort-word.ts";
import { readWords, type Word } from "./read-words.ts";
import { readContext, weighContext } from "./weigh-context.ts";
import { weighWords } from "./weigh-words.ts";

const enough = 1.9;
const mostWords = 6;

/**
 * Names of people without a phrase that announces them: runs of words with capitals, weighed by what is known of
 * each word (given name, family name or built like one, ordinary, place, unknown) and by the words beside the run.
 * A single word has to be a given name and nothing else, or to stand where only a person stands. In a text without
 * capitals only known names tell, and need more.
 */
export function findUncuedNames(text: string): readonly Finding[] {
  const words = readWords(text);
  const style = toStyle(words, text);
  const pronoun = /(?<![\p{L}])(?:he|she|him|her|his|hers|himself|herself)(?![\p{L}])/iu.test(text);
  const findings: Finding[] = [];
  for (let first = 0; first < words.length;) {
    const run = readRun(text, words, first, style);
    if (run.length === 0) {
      first++;
      continue;
    }
    const context = readContext({ text, words, first, run, pronoun });
    if (weighWords(run) + weighContext(context) - (style === "small" ? 0.7 : 0) >= enough) {
      const start = run[0]?.word.start ?? 0;
      findings.push({ kind: "name", start, end: toEnd(text, words[first + run.length], run) });
    }
    first += run.length;
  }
  return findings;
}

/** The longest run of words from `first` on that may be one name; empty where none starts there. */
function readRun(
  text: string,
  words: readonly Word[],
  first: number,
  style: WritingStyle,
): readonly NameWord[] {
  const run: NameWord[] = [];
  for (let next = first; next < words.length && run.length < mostWords; next++) {
    const word = words[next];
    const before = run.at(-1);
    if (word === undefined || (before !== undefined && !isJoined(text, before, word))) break;
    const sort = sortWord(word, run, style);
    if (sort === null) break;
    if (sort === "initial" && word.text === "I" && text.charAt(word.end) !== ".") break;
    run.push({ word, sort });
  }
  while (run.at(-1)?.sort === "particle") run.pop();
  if (run.every(({ sort }) => sort === "initial" || sort === "particle")) return [];
  return run;
}

function isJoined(text: string, { word, sort }: NameWord, next: Word): boolean {
  const gap = text.slice(word.end, next.start);
  return gap === " " || (sort === "initial" && (gap === ". " || gap === "."));
}

/** Past "Jr", "III" or "MD" behind the name. */
function toEnd(text: string, next: Word | undefined, run: readonly NameWord[]): number {
  const end = run.at(-1)?.word.end ?? 0;
  const isSuffix = next !== undefined && suffixes.has(next.text.toLowerCase());
  return isSuffix && /^,? $/.test(text.slice(end, next.start)) ? next.end : end;
}

const german =
  /(?<![\p{L}])(?:der|die|das|dem|den|und|ich|ist|nicht|mit|für|ein|eine|einen|wie|auf|zu|im|wir|sie|mein|meine)(?![\p{L}])/gu;

/** Whether capitals mark names, or everything, or nothing, or every noun as in German. */
function toStyle(words: readonly Word[], text: string): WritingStyle {
  const long = words.filter(({ text }) => text.length > 1 && !particles.has(text));
  if (long.filter(({ shape }) => shape === "upper").length > long.length / 2) return "capitals";
  if (words.every(({ shape, text }) => shape === "lower" || text === "I")) return "small";
  return (text.slice(0, 2000).match(german)?.length ?? 0) >= 3 ? "nouns" : "mixed";
}
