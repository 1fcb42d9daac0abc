import { eld } from "eld/medium";
import { detectByScript } from "./detect-by-script.ts";

export interface LanguageGuess {
  /** ISO 639-1. */
  readonly code: string;
  /** Whether the text is long and clear enough to act on; false asks for a second source. */
  readonly reliable: boolean;
}

const mostCharacters = 400;
const shortLength = 32;
const clearLength = 16;
const closeBehind = 0.9;

/**
 * The main human language of a text, or null where it has no words (numbers, code, symbols alone).
 *
 * Scripts of one language decide by themselves; the rest is Nito-ELD (`eld`), asked about the running words first,
 * because names and titles in the middle of a sentence are often foreign. It knows 60 languages: dialects come out as
 * their nearest relative, Indonesian as Malay, Serbian in Latin letters as Croatian.
 */
export function guessLanguage(text: string): LanguageGuess | null {
  const sample = toWords(text.slice(0, mostCharacters * 4)).slice(0, mostCharacters);
  const script = detectByScript(sample);
  if (script !== null) return script;
  if (sample.length < 2) return null;
  const best = detectRunning(sample);
  if (best.language === "") return looksEnglish(sample) ? { code: "en", reliable: false } : null;
  if (best.language !== "en" && mayBeEnglish(sample, best)) return { code: "en", reliable: false };
  return { code: best.language, reliable: best.isReliable() && sample.length >= clearLength };
}

/** The running words decide where they are clear by themselves, the whole text otherwise. */
function detectRunning(sample: string): ReturnType<typeof eld.detect> {
  const running = toRunningWords(sample);
  if (running.length < 12 || running.length === sample.length) return eld.detect(sample);
  const inner = eld.detect(running);
  if (inner.isReliable()) return inner;
  const whole = eld.detect(sample);
  return whole.isReliable() ? whole : inner;
}

/**
 * Whether a short text without any accent is English after all: commands of two or three words ("set alarm") are where
 * the detector errs most, and English scores close behind its favourite there.
 */
function mayBeEnglish(sample: string, best: ReturnType<typeof eld.detect>): boolean {
  if (sample.length > shortLength || /[^ -~]/.test(sample)) return false;
  if (!best.isReliable() && looksEnglish(sample)) return true;
  const scores = best.getScores();
  return (scores["en"] ?? 0) >= (scores[best.language] ?? 0) * closeBehind;
}

/** Drops what is in no language: code spans, addresses, placeholders, words with digits, markup. */
function toWords(text: string): string {
  return text
    .replace(/```[^`]{0,4000}(?:```|$)|`[^`\n]{1,200}`/g, " ")
    .replace(/https?:\S{1,500}|\S{1,64}@\S{1,100}|\[[A-Z]{2,8}\]|<[^<>\n]{1,80}>/g, " ")
    .replace(/[\w.-]{0,40}(?:\d[\w.-]{0,40}|_\w{0,40})|\b\w{1,40}(?:\(\)|\.\w{1,30}\()/g, " ")
    .replace(/[^\p{L}\p{M}'’\s,.?!]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Words that do not start with a capital, and the first of each sentence. */
function toRunningWords(text: string): string {
  return text
    .replace(/(?<=[^.!?\s] )(?:\p{Lu}[\p{L}'’]{0,40} ?(?:(?:of|the|and|in|on|to) ){0,2})+/gu, "")
    .trim();
}

const englishWords =
  /(?<![\p{L}'])(?:the|is|what|how|to|my|a|of|you|can|do|i|for|in|me|and|i'm|it|please|are|your|on|that|with|why|tell|does)(?![\p{L}'])/giu;

function looksEnglish(text: string): boolean {
  const words = text.split(" ").length;
  return (text.match(englishWords)?.length ?? 0) >= Math.max(1, words / 4);
}
