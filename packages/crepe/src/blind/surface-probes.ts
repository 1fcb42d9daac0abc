import type { Probe } from "./probe.ts";

/** The caption with the fewest Unicode code points. */
export const shortestCaption = {
  name: "shortest_caption",
  clue: "the shorter text",
  learns: false,
  fit: () => (caption) => -Array.from(caption).length,
} as const satisfies Probe;

/** The caption with the most Unicode code points. */
export const longestCaption = {
  name: "longest_caption",
  clue: "the longer text",
  learns: false,
  fit: () => (caption) => Array.from(caption).length,
} as const satisfies Probe;

/** A caption without a word that negation leaves behind; `something` is what some generators put for a denied object. */
export const noNegationWord = {
  name: "no_negation_word",
  clue: "the absence of a negating word",
  learns: false,
  fit: () => (caption) => (negationWord.test(caption.toLowerCase()) ? 0 : 1),
} as const satisfies Probe;

const negationWord = /\b(no|not|isn't|aren't|without|something)\b/;

/** A caption whose first character is a lower-case letter. */
export const firstLetterLowerCase = {
  name: "first_letter_lower_case",
  clue: "the case of the first letter",
  learns: false,
  fit: () => (caption) => {
    const [first = ""] = caption;
    return first === first.toLowerCase() && first !== first.toUpperCase() ? 1 : 0;
  },
} as const satisfies Probe;

/** The caption with the fewest characters that are neither letter, digit nor space. */
export const leastPunctuation = {
  name: "least_punctuation",
  clue: "the number of punctuation marks",
  learns: false,
  fit: () => (caption) => -(caption.match(/[^\p{L}\p{N}\s]/gu)?.length ?? 0),
} as const satisfies Probe;
