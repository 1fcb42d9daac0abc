import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import {
  createPrepositionBreaks,
  findBrokenPrepositions,
  findBrokenWords,
  type BrokenWord,
} from "./broken-words.ts";
import { checkText } from "./check-text.ts";
import { quote, type FindingCode, type Remark } from "./finding.ts";
import type { LintContext } from "./lint-context.ts";
import { toBareText, toFoldedText, toWords } from "./normalise-text.ts";

/** Everything that is wrong with one row by itself, in the order caption, negatives. */
export function checkRow(row: RetrievalRow, context: LintContext): readonly Remark[] {
  const remarks: Remark[] = [];
  if (row.caption.trim() === "") remarks.push({ code: "empty-caption", message: "the caption is empty" });
  else remarks.push(...checkText(row.caption, null));
  if (row.negatives.length === 0) remarks.push({ code: "no-negatives", message: "the row has no negatives" });
  const bareCaption = toBareText(row.caption);
  const breaks = createPrepositionBreaks(row.caption);
  const seen = new Map<string, number>();
  const seenBare = new Map<string, number>();
  for (const [index, { text, type }] of row.negatives.entries()) {
    const bare = toBareText(text);
    const found: Omit<Remark, "negative">[] = [];
    if (text.trim() === "") found.push({ code: "empty-negative", message: "the negative is empty" });
    else {
      found.push(
        ...compare(row.caption, bareCaption, text, bare),
        ...findRepetition(text, bare, type ?? "", index, seen, seenBare),
      );
      found.push(...checkWords(row.caption, text, breaks, context), ...checkText(text, row.caption));
    }
    remarks.push(...found.map((remark) => ({ ...remark, negative: index })));
  }
  return remarks;
}

function compare(caption: string, bareCaption: string, text: string, bare: string): readonly Remark[] {
  if (text === caption)
    return [{ code: "positive-among-negatives", message: `the negative is the positive: ${quote(text)}` }];
  if (bare === bareCaption) {
    const message = `the negative is the positive up to case and punctuation: ${quote(text)}`;
    return [{ code: "equal-up-to-case-punctuation", message }];
  }
  const isAscii = !/[^\0-\u007f]/u.test(text + caption);
  if (isAscii || toFoldedText(text) !== toFoldedText(caption)) return [];
  return [
    { code: "equal-up-to-accents", message: `the negative is the positive up to accents: ${quote(text)}` },
  ];
}

function findRepetition(
  text: string,
  bare: string,
  type: string,
  index: number,
  seen: Map<string, number>,
  seenBare: Map<string, number>,
): readonly Remark[] {
  const key = `${type}\n${text}`;
  const bareKey = `${type}\n${bare}`;
  const first = seen.get(key);
  const firstBare = seenBare.get(bareKey);
  seen.set(key, first ?? index);
  seenBare.set(bareKey, firstBare ?? index);
  if (first !== undefined)
    return [{ code: "duplicate-negative", message: `negative ${index + 1} repeats negative ${first + 1}` }];
  if (firstBare === undefined) return [];
  const message = `negative ${index + 1} repeats negative ${firstBare + 1} up to case and punctuation`;
  return [{ code: "duplicate-negative-normalised", message }];
}

function checkWords(caption: string, text: string, breaks: Breaks, context: LintContext): readonly Remark[] {
  const { broken, ending, compound, unknown } = findBrokenWords(caption, text, context.known);
  const pairs: readonly (readonly [FindingCode, readonly BrokenWord[]])[] = [
    ["broken-preposition", findBrokenPrepositions(breaks, text, context.positiveTokens)],
    ["broken-word", broken],
    ["broken-ending", ending],
    ["odd-compound", compound],
  ];
  const remarks: Remark[] = pairs
    .filter(([, words]) => words.length > 0)
    .map(([code, words]) => ({
      code,
      message: words.map(({ from, to }) => `${quote(from)} became ${quote(to)}`).join(", "),
    }));
  if (unknown.length > 0) {
    remarks.push({ code: "unknown-word", message: `no dictionary has ${unknown.map(quote).join(", ")}` });
  }
  const words = [...new Set(toWords(text))];
  const vulgar = words.filter((word) => context.vulgar.has(word) && !context.positiveWords.has(word));
  if (vulgar.length > 0)
    remarks.push({ code: "vulgar-word", message: `vulgar: ${vulgar.map(quote).join(", ")}` });
  return remarks;
}

type Breaks = ReturnType<typeof createPrepositionBreaks>;
