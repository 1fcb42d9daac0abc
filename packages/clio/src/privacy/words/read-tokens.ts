import { isNumeral } from "./numerals.ts";

/** One word, number or character of a text, in the form in which support is counted. */
export interface Token {
  /** Compatibility-normalised, lower-case, digits of any script as ASCII digits, marks that may be left out left out. */
  readonly word: string;
  /** The same before it was put into lower case. */
  readonly written: string;
  /** `character`: one of a script without spaces that its dictionary made no word of. */
  readonly kind: "word" | "number" | "character";
  /**
   * What stands before it: nothing (scripts without spaces), what one reads across (a space, a hyphen, a quote), a pause (a
   * comma, a slash, a bracket) or the end of a sentence, as before the first.
   */
  readonly before: "nothing" | "space" | "pause" | "end";
}

const invisible = /\p{Default_Ignorable_Code_Point}/gu;
/** Vowel signs of Arabic and Hebrew, which most writers leave out, and the stroke that lengthens Arabic words. */
const optionalMarks = /[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0640\u064B-\u065F\u0670]/gu;
const foreignDigit = /[^0-9\P{Nd}]/gu;
const letters = /[\p{L}\p{N}\p{M}]+/gu;
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々ー]/u;
const sentenceEnd = /[.!?…。！？।॥؟\n]/u;
const pause = /[^\s\p{Pd}'’‘"“”«»&+#]/u;
const ending = /^(?:s|t|re|ve|ll|d|m)$/iu;
const digits = /^\d+$/u;
const joinsDigits = /^[.,'’:/\p{Pd}]$/u;
const joinsLetters = /^[\p{Pd}.]$/u;

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/**
 * Cuts a text into tokens. Every letter and digit is in exactly one of them, endings after an apostrophe ("user's") apart, so
 * nothing can pass a check on tokens unseen. Digits with separators are one number ("4,270", "12:30"); single letters that
 * hyphens or full stops join are one word ("l-u-p-u-s", "e-mail").
 */
export function readTokens(text: string): Token[] {
  const clean = toPlainText(text);
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: written, index } of clean.matchAll(letters)) {
    const gap = clean.slice(end, index);
    end = index + written.length;
    const last = tokens.at(-1);
    if (last !== undefined && /^['’]$/u.test(gap) && ending.test(written)) continue;
    if (last !== undefined && joins(last, gap, written)) {
      tokens[tokens.length - 1] = createToken(last.written + written, last.before);
      continue;
    }
    const before = tokens.length === 0 ? "end" : readGap(gap);
    if (withoutSpaces.test(written)) tokens.push(...cutScript(written, before));
    else tokens.push(createToken(written, before));
  }
  return tokens;
}

/** A text as it is read, without what cannot be seen and with one form for each character. */
export function toPlainText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(invisible, "")
    .replace(optionalMarks, "")
    .replace(foreignDigit, toAsciiDigit);
}

function joins(last: Token, gap: string, written: string): boolean {
  if (digits.test(last.written) && digits.test(written)) return joinsDigits.test(gap);
  const letter = isLetter(written) || (isLetter(last.written.slice(-1)) && last.written.length === 1);
  return letter && joinsLetters.test(gap) && !withoutSpaces.test(last.written + written);
}

function isLetter(text: string): boolean {
  return /^\p{L}\p{M}*$/u.test(text);
}

function readGap(gap: string): Token["before"] {
  if (sentenceEnd.test(gap)) return "end";
  return pause.test(gap) ? "pause" : "space";
}

/** A run of a script that is written without spaces, cut by its dictionary; numerals side by side are one number. */
function cutScript(run: string, before: Token["before"]): Token[] {
  const tokens: Token[] = [];
  for (const { segment } of segmenter.segment(run)) {
    const last = tokens.at(-1);
    if (last?.kind === "number" && isNumeral(segment))
      tokens[tokens.length - 1] = createToken(last.written + segment, last.before);
    else tokens.push(createToken(segment, tokens.length === 0 ? before : "nothing"));
  }
  return tokens;
}

function createToken(written: string, before: Token["before"]): Token {
  const word = written.toLowerCase();
  if (isNumeral(word)) return { word, written, kind: "number", before };
  const isCharacter = Array.from(word).length === 1 && withoutSpaces.test(word);
  return { word, written, kind: isCharacter ? "character" : "word", before };
}

/** Decimal digits stand in blocks of ten, from zero on. */
function toAsciiDigit(digit: string): string {
  let zero = digit.codePointAt(0) ?? 0;
  const own = zero;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && own - zero < 9) zero--;
  return String(own - zero);
}
