import { findWrongArticles } from "./check-text.ts";
import type { FindingCode } from "./finding.ts";

/** What one mending cures, and how. */
export interface Mending {
  readonly code: FindingCode;
  readonly mend: (text: string) => string;
}

/** Mendings of a single text that keep its meaning; each gives a mended text back unchanged. */
export const textMendings: readonly Mending[] = [
  { code: "space-leak", mend: (text) => text.trim().replaceAll(/\s+/gu, " ") },
  { code: "stray-punctuation", mend: mendMarks },
  { code: "wrong-article", mend: mendArticles },
];

/**
 * The texts of one row in one style, so that style does not tell which is the positive: lower case throughout where
 * they begin in different cases, no mark at the end where not all end in the same one, no accents where only some have
 * characters outside of ASCII. Looks at the texts as a set, never at which one is the positive.
 */
export function alignStyles(texts: readonly string[]): {
  readonly texts: readonly string[];
  readonly codes: readonly FindingCode[];
} {
  const codes: FindingCode[] = [];
  let aligned = texts;
  for (const { code, style, align } of styles) {
    if (new Set<unknown>(aligned.filter((text) => text !== "").map((text) => style(text))).size < 2) continue;
    aligned = aligned.map(align);
    codes.push(code);
  }
  return { texts: aligned, codes };
}

const styles = [
  {
    code: "case-leak",
    style: (text: string) => /^\P{L}*\p{Lu}/u.test(text),
    align: (text: string) => text.toLowerCase(),
  },
  {
    code: "punctuation-leak",
    style: (text: string) => /[.!?]$/u.exec(text)?.[0] ?? "",
    align: (text: string) => text.replace(/[\s.!?,;:]{1,20}$/u, ""),
  },
  {
    code: "accent-leak",
    style: (text: string) => /[^\0-\u007f]/u.test(text),
    align: (text: string) =>
      text.normalize("NFKD").replaceAll(/\p{M}/gu, "").replaceAll(/[‘’]/gu, "'").replaceAll(/[“”]/gu, '"'),
  },
] as const satisfies readonly {
  code: FindingCode;
  style: (text: string) => unknown;
  align: (text: string) => string;
}[];

function mendMarks(text: string): string {
  const single = text.replaceAll(/[.,;:!?](?: +[.,;:!?])+/gu, toStrongest);
  const joined = single
    .replaceAll(/ ([.,;:!?])(?=\s|$)/gu, "$1")
    .replaceAll(/[.,;:!?]{2,}/gu, (marks) => (/^(?:\.+|[!?]+)$/u.test(marks) ? marks : toStrongest(marks)));
  return joined.replace(/^[.,;:!?\s]{1,20}/u, "");
}

/** Of marks in a row the one that ends more: ". ," is the end of a sentence. */
function toStrongest(marks: string): string {
  return ["?", "!", ".", ";", ":"].find((mark) => marks.includes(mark)) ?? ",";
}

function mendArticles(text: string): string {
  return findWrongArticles(text)
    .toReversed()
    .reduce((mended, { index, article }) => {
      const right = article.length === 1 ? `${article}n` : article.slice(0, 1);
      return `${mended.slice(0, index)}${right}${mended.slice(index + article.length)}`;
    }, text);
}
