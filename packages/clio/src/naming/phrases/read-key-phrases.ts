import { detectLanguage } from "../../facets/language/detect-language.ts";
import { isForeignStopWord } from "../foreign-stop-words.ts";
import { givenNames } from "../lexicon.ts";
import { isArticle, isSmallWord, isWeakWord, links } from "./small-words.ts";

const charactersRead = 500;
const longestWord = 24;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
/** Where personal data was taken out, and addresses: no phrase reaches over them. */
const opaque = /[[<{][A-Z][A-Z0-9_ -]*[\]>}]|\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gu;
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/**
 * The key phrases of a text, lower case: its content words, and pairs of them that stand side by side or are held together by
 * one preposition ("book table", "table for two"), articles left out. Nothing in one text decides how a phrase of another is
 * written, so that forms can be counted as they are.
 *
 * Reads 500 characters. Words with digits, given names and verbs that say nothing alone are no phrases.
 */
export function readKeyPhrases(text: string): ReadonlySet<string> {
  const clean = text.slice(0, charactersRead).normalize("NFKC").replace(opaque, " . ").replace(invisible, "");
  const lower = clean.toLowerCase().replaceAll("’", "'");
  const isSmall = createStopWordTest(lower);
  const phrases = new Set<string>();
  let before: string | null = null;
  let link = "";
  for (const token of toTokens(lower)) {
    if (isArticle(token)) continue;
    if (links.has(token)) {
      // One preposition holds two words together, two do not.
      if (link !== "") before = null;
      link = before === null ? "" : `${token} `;
      continue;
    }
    if (isSmall(token) || !isContentWord(token)) {
      before = null;
      link = "";
      continue;
    }
    if (!isWeakWord(token)) phrases.add(token);
    if (before !== null && before !== token && !(isWeakWord(before) && isWeakWord(token)))
      phrases.add(`${before} ${link}${token}`);
    before = spaceless.test(token) ? null : token;
    link = "";
  }
  return phrases;
}

/** Words, and marks that end a phrase. */
function toTokens(text: string): readonly string[] {
  const tokens: string[] = [];
  for (const [token] of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:'\p{L}+)?|[^\s\p{L}\p{M}\p{N}'’_-]+/gu)) {
    if (spaceless.test(token)) {
      for (const { segment } of segmenter.segment(token)) tokens.push(segment);
    } else tokens.push(token.replace(/'s?$/u, "").replace(/'s$/u, ""));
  }
  return tokens;
}

function isContentWord(token: string): boolean {
  if (!/^\p{L}[\p{L}\p{M}]*$/u.test(token) || token.length > longestWord || givenNames.has(token))
    return false;
  return spaceless.test(token) || /[^a-z]/u.test(token)
    ? token.length > 1
    : token.length > 2 || shortWords.has(token);
}

const shortWords: ReadonlySet<string> = new Set(["ai", "tv", "pc", "cv", "ui", "hr", "id", "uk", "us", "eu"]);

function createStopWordTest(text: string): (word: string) => boolean {
  if (/\b(?:the|to|a|my|i|is|of|what|how|for|you)\b/u.test(text) && !/[^\p{Script=Latin}\P{L}]/u.test(text))
    return isSmallWord;
  const code = detectLanguage(text)?.code ?? "en";
  return code === "en" ? isSmallWord : (word) => isForeignStopWord(word, code);
}
