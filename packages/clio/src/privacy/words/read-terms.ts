import { readTokens, type Token } from "./read-tokens.ts";
import type { WordClass, WordClasses } from "./word-classes.ts";

/** A word of a text that is not public. */
export interface Term extends Token {
  readonly class: Exclude<WordClass, "public">;
  /** Inflections of one word have one key. */
  readonly key: string;
  /** What parts it from the term before: nothing, small words and what one reads across, or a pause, an end or an "and". */
  readonly from: "nothing" | "words" | "pause";
  /** Whether an English dictionary has it. */
  readonly isEnglish: boolean;
  /** Whether the sentence began between the term before and this one. */
  readonly opens: boolean;
}

const joining: ReadonlySet<string> = new Set(["and", "or", "nor", "but", "then", "also"]);

/** The words of a text that say something, in order; public words are left out and hide no neighbourhood. */
export function readTerms(text: string, classes: WordClasses): Term[] {
  const terms: Term[] = [];
  let from: Term["from"] = "nothing";
  let opens = true;
  for (const token of readTokens(text)) {
    if (token.before === "pause" || token.before === "end") from = "pause";
    else if (token.before === "space" && from === "nothing") from = "words";
    if (token.before === "end") opens = true;
    const { class: wordClass, key, isEnglish } = classes.classify(token);
    if (wordClass === "public") {
      from = joining.has(token.word) ? "pause" : from === "nothing" ? "words" : from;
      continue;
    }
    const { word, written, kind, before } = token;
    terms.push({ word, written, kind, before, class: wordClass, key, isEnglish, from, opens });
    from = "nothing";
    opens = false;
  }
  return terms;
}

/** One key for two words side by side, whichever comes first. */
export function toPairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
