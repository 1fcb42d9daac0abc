import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { createPrepositionBreaks, findBrokenPrepositions } from "./broken-words.ts";
import { groupBy } from "./group-by.ts";
import { toBareText } from "./normalise-text.ts";

/** Counts of classic defects over the rows of one type of negatives. */
export interface DefectCounts {
  readonly rows: number;
  readonly negatives: number;
  /** By `findBrokenPrepositions`: negatives with a broken word, rows with such a negative, distinct pairs of words. */
  readonly brokenWordNegatives: number;
  readonly brokenWordRows: number;
  readonly brokenWordDistinctPairs: number;
  /** Negatives identical to the positive. */
  readonly positiveAmongNegatives: number;
  readonly positiveAmongNegativesRows: number;
  /** Negatives not identical to it but equal by `toBareText`. */
  readonly equalUpToCasePunctuation: number;
  readonly equalUpToCasePunctuationRows: number;
  /** Rows with two identical negatives, and how many negatives repeat another; then the same by `toBareText`. */
  readonly duplicateNegativeRows: number;
  readonly duplicateNegativesExtraCopies: number;
  readonly duplicateNegativeRowsNormalised: number;
  readonly duplicateNegativesExtraCopiesNormalised: number;
  /** Rows whose list is written as a Python set. */
  readonly setLiteralRows: number;
  /** Texts whose first character differs from its lower-case form. */
  readonly positivesFirstLetterUpper: number;
  readonly negativesFirstLetterUpper: number;
  /** Positives and negatives with a character outside of ASCII. */
  readonly nonAsciiCaptions: number;
}

/**
 * Counts defects per type of negatives, in order of the types' names; "untyped" stands for negatives without type.
 * A row counts for each type of its negatives.
 *
 * @param positiveTokens tokens of all positives of the set, of all types
 */
export function countDefects(
  rows: Iterable<RetrievalRow>,
  positiveTokens: ReadonlySet<string>,
): Readonly<Record<string, DefectCounts>> {
  const tallies = new Map<string, Tally>();
  for (const row of rows) {
    const byType = groupBy(row.negatives, (negative) => negative.type ?? "untyped");
    for (const [type, negatives] of byType) {
      const tally = tallies.get(type) ?? { counts: { ...empty }, pairs: new Set() };
      tallies.set(type, tally);
      addRow(
        tally,
        row,
        negatives.map((negative) => negative.text),
        positiveTokens,
      );
    }
  }
  const sorted = [...tallies].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([type, { counts, pairs }]) => [type, { ...counts, brokenWordDistinctPairs: pairs.size }]),
  );
}

type Counts = { -readonly [K in keyof DefectCounts]: number };
type Tally = { readonly counts: Counts; readonly pairs: Set<string> };

const empty: Counts = {
  rows: 0,
  negatives: 0,
  brokenWordNegatives: 0,
  brokenWordRows: 0,
  brokenWordDistinctPairs: 0,
  positiveAmongNegatives: 0,
  positiveAmongNegativesRows: 0,
  equalUpToCasePunctuation: 0,
  equalUpToCasePunctuationRows: 0,
  duplicateNegativeRows: 0,
  duplicateNegativesExtraCopies: 0,
  duplicateNegativeRowsNormalised: 0,
  duplicateNegativesExtraCopiesNormalised: 0,
  setLiteralRows: 0,
  positivesFirstLetterUpper: 0,
  negativesFirstLetterUpper: 0,
  nonAsciiCaptions: 0,
};

function addRow(
  { counts, pairs }: Tally,
  row: RetrievalRow,
  texts: readonly string[],
  tokens: ReadonlySet<string>,
): void {
  const { caption } = row;
  const breaks = createPrepositionBreaks(caption);
  const bareCaption = toBareText(caption);
  const bareTexts = texts.map(toBareText);
  const broken = texts.map((text) => findBrokenPrepositions(breaks, text, tokens));
  for (const { from, to } of broken.flat()) pairs.add(`${from} ${to}`);
  const brokenCount = broken.filter((words) => words.length > 0).length;
  const same = texts.filter((text) => text === caption).length;
  const equal = texts.filter((text, i) => text !== caption && bareTexts[i] === bareCaption).length;
  const extra = texts.length - new Set(texts).size;
  const extraBare = texts.length - new Set(bareTexts).size;
  counts.rows += 1;
  counts.negatives += texts.length;
  counts.brokenWordNegatives += brokenCount;
  counts.brokenWordRows += Number(brokenCount > 0);
  counts.positiveAmongNegatives += same;
  counts.positiveAmongNegativesRows += Number(same > 0);
  counts.equalUpToCasePunctuation += equal;
  counts.equalUpToCasePunctuationRows += Number(equal > 0);
  counts.duplicateNegativesExtraCopies += extra;
  counts.duplicateNegativeRows += Number(extra > 0);
  counts.duplicateNegativesExtraCopiesNormalised += extraBare;
  counts.duplicateNegativeRowsNormalised += Number(extraBare > 0);
  counts.setLiteralRows += Number(row.source.literal === "set");
  counts.positivesFirstLetterUpper += Number(isUpper(caption));
  counts.negativesFirstLetterUpper += texts.filter(isUpper).length;
  counts.nonAsciiCaptions += [caption, ...texts].filter((text) => /[^\0-\u007f]/u.test(text)).length;
}

function isUpper(text: string): boolean {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  return first !== first.toLowerCase();
}
