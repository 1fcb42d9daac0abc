import { createRandom, parseJson, type ModelRequest, type PromptImage } from "@observatory/core";
import { z } from "zod";
import { choiceLetters } from "./choice-letters.ts";

/** Bumped with every change of what is asked or of how answers are read. */
export const chatVersion = 1;

type Asked = Pick<ModelRequest, "system" | "prompt" | "schema" | "maxOutputTokens" | "temperature">;

const common = { schema: null, maxOutputTokens: 16, temperature: 0 } as const;

/**
 * An order of captions that says nothing of which is the true one, though that comes first in a question: it depends on
 * the item alone. Rotation r has at place p the caption `order[(p + r) % length]`, so that over all rotations each caption stands
 * once at each place.
 */
export function toChoiceOrder(item: string, length: number): readonly number[] {
  return createRandom(`chat/${item}`).shuffle(Array.from({ length }, (_, i) => i));
}

/** Asks which of the captions is true. `again` is for a model whose last answer could not be read. */
export function askChoice(captions: readonly string[], again: boolean): Asked {
  const last = choiceLetters[captions.length - 1] ?? "A";
  const lines = captions.map((caption, place) => `${choiceLetters[place] ?? ""}. ${caption}`);
  const how = again
    ? `Whatever you think of the captions, choose the one that fits best. Answer with one letter from A to ${last} and nothing else.`
    : "Answer with its letter alone.";
  return {
    ...common,
    system: "You are shown an image with several captions. Exactly one of them is true of the image.",
    prompt: [{ text: `Which caption is true of the image?\n\n${lines.join("\n")}\n\n${how}` }],
  };
}

/** Reads an answer to {@link askChoice}: the place of the caption, or null where it names none or several. */
export function readChoice(answer: string, captions: readonly string[]): number | null {
  const text = answer.trim();
  const whole = captions.findIndex((caption) => caption === text);
  if (whole >= 0) return whole;
  // A lower-case "a" is a word; alone it is a letter.
  const letters = text.length <= 3 ? text.toUpperCase() : text.replaceAll(articles, "$1");
  const [, head] = /^\W*([A-Z])\W*[.):]/u.exec(letters) ?? [];
  if (head === undefined && /\b(?:not?|none|neither)\b|n't\b/iu.test(letters)) return null;
  const named = new Set(
    (head === undefined ? [...letters.matchAll(loneLetters)] : [[head, head]])
      .map(([, letter = ""]) => choiceLetters.indexOf(letter))
      .filter((place) => place >= 0 && place < captions.length),
  );
  const [place = null] = named;
  return named.size === 1 ? place : null;
}

const loneLetters = /(?<![\p{L}\p{N}'])([A-Z])(?![\p{L}\p{N}'])/gu;

/** "A" that begins a sentence and "I", as words: "A red cat", "I think B". */
const articles = /(^\W*|[.!?:]\s+)(?:A|I)(?=\s+(?!(?:is|or|and)\b)\p{Ll})/gu;

/** Asks whether one caption is true; the answer's first token says how sure the model is, where a provider tells. */
export function askYesNo(caption: string, again: boolean): Asked {
  const how = again ? "Answer with one word, Yes or No, and nothing else." : "Answer Yes or No.";
  return {
    ...common,
    system: "You are shown an image with one caption.",
    prompt: [{ text: `Is this caption true of the image?\n\n${caption}\n\n${how}` }],
  };
}

/** Asks for a number, of models whose providers do not tell how sure they are. */
export function askNumber(caption: string, again: boolean): Asked {
  const how = again
    ? "Answer with a whole number from 0 to 100 and nothing else."
    : "Answer with a whole number from 0 (certainly not) to 100 (certainly).";
  return {
    ...common,
    system: "You are shown an image with one caption.",
    prompt: [{ text: `How likely is it that this caption is true of the image?\n\n${caption}\n\n${how}` }],
  };
}

const firstTokensSchema = z.object({ text: z.string(), first: z.array(z.tuple([z.string(), z.number()])) });

/**
 * Reads an answer to {@link askYesNo}: the probability of yes among yes and no. `told` is false where the answer came without
 * its first tokens. Null where it is neither.
 */
export function readYesNo(answer: string): { readonly yes: number; readonly told: boolean } | null {
  const json = parseJson(answer);
  const told = json.ok ? firstTokensSchema.safeParse(json.value).data : undefined;
  const { text = answer, first = [] } = told ?? {};
  if (first.length > 0) {
    const weigh = (wanted: RegExp): number =>
      first.reduce((sum, [token, logprob]) => (wanted.test(token) ? sum + Math.exp(logprob) : sum), 0);
    const [yes, no] = [weigh(/^\W*yes\W*$/iu), weigh(/^\W*no\W*$/iu)];
    return yes + no > 0 ? { yes: yes / (yes + no), told: true } : null;
  }
  const [, word = ""] = /^\W*(yes|no)\b/iu.exec(text) ?? [];
  return word === "" ? null : { yes: word.toLowerCase() === "yes" ? 1 : 0, told: false };
}

/** Reads an answer to {@link askNumber}, as a share of 1. */
export function readNumber(answer: string): number | null {
  const [, digits] = /^\D*(\d{1,3})(?:\.\d+)?\s*%?\D*$/u.exec(answer.trim()) ?? [];
  const value = Number(digits ?? Number.NaN);
  return value >= 0 && value <= 100 ? value / 100 : null;
}

/** One call: the question with the image. */
export function withImage(asked: Asked, image: PromptImage, firstTokens?: number): ModelRequest {
  return { ...asked, images: [image], ...(firstTokens === undefined ? {} : { firstTokens }) };
}
