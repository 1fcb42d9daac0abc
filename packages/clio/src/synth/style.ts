import type { Random } from "@observatory/core";

/**
 * The text as someone in a hurry types it: lower case, no apostrophes or final stop, a few slips of the fingers.
 * Lines that look like code or data stay as they are.
 */
export function toSloppy(text: string, random: Random): string {
  const slips = random.next() < 0.7 ? 0.03 : 0.07;
  const lower = random.next() < 0.8;
  return text
    .split("\n\n")
    .map((part, i) => (i === 0 || !looksLikeData(part) ? sloppyPart(part, random, slips, lower) : part))
    .join("\n\n");
}

function looksLikeData(part: string): boolean {
  return /[{};=<>]|^\s|, ?\d|\d,/mu.test(part) || part.split(" ").length > 40;
}

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/\bplease\b/giu, "pls"],
  [/\byou\b/giu, "u"],
  [/\bbecause\b/giu, "bc"],
  [/\bthough\b/giu, "tho"],
  [/\bwithout\b/giu, "w/o"],
  [/\bdon't know\b/giu, "dunno"],
  [/\bthanks\b/giu, "thx"],
  [/\bwant to\b/giu, "wanna"],
  [/\bgoing to\b/giu, "gonna"],
];

function sloppyPart(part: string, random: Random, slips: number, lower: boolean): string {
  let text = lower ? part.toLowerCase() : part;
  for (const [long, short] of shortForms) if (random.next() < 0.35) text = text.replace(long, short);
  if (random.next() < 0.7) text = text.replace(/(\w)'(\w)/gu, "$1$2");
  if (random.next() < 0.5) text = text.replace(/[.?!]$/u, "");
  if (random.next() < 0.3) text = text.replace(/[,;:]/gu, "");
  return text.replace(/\b[a-z]{4,}\b/gu, (word) => (random.next() < slips ? slip(word, random) : word));
}

function slip(word: string, random: Random): string {
  const at = 1 + random.integer(word.length - 2);
  switch (random.integer(3)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
    default:
      return word.slice(0, at) + word.charAt(at) + word.slice(at);
  }
}

/** A tiny edit that leaves the request the same: what an account does when it sends something again. */
export function tinyEdit(text: string, random: Random): string {
  switch (random.integer(6)) {
    case 0:
      return text;
    case 1:
      return text.replace(/[.?!]?$/u, random.pick(["", "?", "!", "...", " ?"]));
    case 2:
      return text.charAt(0).toLowerCase() + text.slice(1);
    case 3:
      return text.replace(/\d+/u, (digits) => String(Number(digits) + 1));
    case 4:
      return `${text} `.replace(/ (\S+) $/u, (_all, word: string) => `  ${word}`);
    default:
      return text.replace(/\b[a-z]{5,}\b/u, (word) => slip(word, random));
  }
}

const vowelButConsonant = /^(?:uni(?!n)|us[aeu]|eu|one|once|ubi|uk\b|us\b|url|uu|ut[ei])/iu;
const consonantButVowel = /^(?:hour|honest|heir|[FHLMNRSX][A-Z]{1,4}s?\b|8|11\b|18\b|x-ray)/u;

/** Blanks that templates leave behind; French keeps the one before its question mark. */
export function tidySpaces(text: string, french: boolean): string {
  if (!/  | [,.?!]|[ \t](?:\n|$)/u.test(text)) return text;
  const single = text.replace(/(\S) {2,}(?=\S)/gu, "$1 ").replace(/[ \t]+$/gmu, "");
  return french ? single : single.replace(/ +([,.?!])(?=\s|$)/gu, "$1");
}

/** English spelling that templates get wrong: `a apple`, doubled blanks, a blank before a full stop. */
export function tidyEnglish(text: string): string {
  return mayNeedTidying.test(text) ? tidied(text) : text;
}

/** One look that spares most texts the rest. */
const mayNeedTidying = /(?:^|[\s"(])[Aa] [aeiouhAEIOUFHLMNRSX18]|  | [,.?!]|[ \t](?:\n|$)/u;

function tidied(text: string): string {
  return text
    .replace(
      /(?<![\w'])(a|(?<=^|[.!?\n] ?)A) (?=[A-Za-z0-9])(\S+)/gu,
      (all, article: string, word: string) => {
        const vowel =
          consonantButVowel.test(word) || (/^[aeiou]/iu.test(word) && !vowelButConsonant.test(word));
        return vowel ? `${article}n ${word}` : all;
      },
    )
    .replace(/(\S) {2,}(?=\S)/gu, "$1 ")
    .replace(/ +([,.?!])(?=\s|$)/gu, "$1")
    .replace(/[ \t]+$/gmu, "");
}
