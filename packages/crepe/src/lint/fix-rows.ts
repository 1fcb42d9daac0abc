import type { RetrievalNegative, RetrievalRow } from "../interchange/retrieval-row.ts";
import { checkRow } from "./check-row.ts";
import type { FindingCode } from "./finding.ts";
import { toContentKey } from "./lint-files.ts";
import type { LintContext } from "./lint-context.ts";
import { alignStyles, textMendings } from "./mend-text.ts";

/** The result of {@link fixRows}. */
export interface FixedRows {
  readonly rows: readonly RetrievalRow[];
  /** Texts mended, and negatives or rows dropped, per code. */
  readonly changes: Readonly<Partial<Record<FindingCode, number>>>;
  readonly droppedNegatives: number;
  readonly droppedRows: number;
}

/** Findings whose only cure is to drop the negative. */
const dropCodes: ReadonlySet<FindingCode> = new Set([
  "empty-negative",
  "positive-among-negatives",
  "equal-up-to-case-punctuation",
  "equal-up-to-accents",
  "duplicate-negative",
  "duplicate-negative-normalised",
  "broken-preposition",
  "broken-word",
  "broken-ending",
  "vulgar-word",
]);

/**
 * Mends what can be mended without knowing the image: tidies white space, marks and articles; brings the texts of each
 * row into one style (`alignStyles`); drops negatives that are broken, vulgar, empty, repeated or the positive itself;
 * drops rows without caption or negatives, and repeated rows.
 *
 * Row order is kept. Rows that need nothing come back as they are. List sizes may come to differ, and words that a
 * negative alone holds, lengths and negations stay: those need `refine`.
 */
export function fixRows(rows: Iterable<RetrievalRow>, context: LintContext): FixedRows {
  const changes: Partial<Record<FindingCode, number>> = {};
  const count = (code: FindingCode, times = 1): void => {
    if (times > 0) changes[code] = (changes[code] ?? 0) + times;
  };
  const kept: RetrievalRow[] = [];
  const seen = new Set<string>();
  let droppedNegatives = 0;
  let droppedRows = 0;
  for (const row of rows) {
    const mended = mendRow(row, count);
    const bad = toBadNegatives(mended, context);
    for (const code of bad.values()) count(code);
    const negatives = mended.negatives.filter((_, index) => !bad.has(index));
    const fixed = bad.size === 0 ? mended : withTexts(mended, mended.caption, negatives);
    const reason = toDropReason(fixed, seen);
    if (reason === null) kept.push(fixed);
    else {
      count(reason);
      droppedRows++;
    }
    droppedNegatives += bad.size;
  }
  return { rows: kept, changes, droppedNegatives, droppedRows };
}

function toDropReason(row: RetrievalRow, seen: Set<string>): FindingCode | null {
  if (row.caption === "") return "empty-caption";
  if (row.negatives.length === 0) return "no-negatives";
  const key = toContentKey(row);
  if (seen.has(key)) return "duplicate-row";
  seen.add(key);
  return null;
}

/** The negatives to drop, by index, with the first reason. */
function toBadNegatives(row: RetrievalRow, context: LintContext): ReadonlyMap<number, FindingCode> {
  const bad = new Map<number, FindingCode>();
  for (const { code, negative } of checkRow(row, context)) {
    if (negative !== undefined && dropCodes.has(code) && !bad.has(negative)) bad.set(negative, code);
  }
  return bad;
}

function mendRow(row: RetrievalRow, count: (code: FindingCode, times?: number) => void): RetrievalRow {
  const before = [row.caption, ...row.negatives.map((negative) => negative.text)];
  let texts: readonly string[] = before;
  for (const { code, mend } of textMendings) {
    const mended = texts.map(mend);
    count(code, countChanges(texts, mended));
    texts = mended;
  }
  const aligned = alignStyles(texts);
  for (const code of aligned.codes) count(code);
  if (countChanges(before, aligned.texts) === 0) return row;
  const [caption = "", ...rest] = aligned.texts;
  return withTexts(
    row,
    caption,
    row.negatives.map((negative, index) => ({ ...negative, text: rest[index] ?? negative.text })),
  );
}

function countChanges(before: readonly string[], after: readonly string[]): number {
  return before.filter((text, index) => text !== after[index]).length;
}

function withTexts(
  row: RetrievalRow,
  caption: string,
  negatives: readonly RetrievalNegative[],
): RetrievalRow {
  const { item, ...rest } = row;
  const fixed = { ...rest, caption, negatives };
  if (item === undefined) return fixed;
  // Negatives of an item's row are the item's own, so they have all that an item needs.
  const own = negatives.flatMap(({ text, type, edit, falsity }) => {
    const known = item.negatives.find((negative) => negative.type === type && negative.edit === edit);
    return known === undefined || falsity === undefined ? [] : [{ ...known, text }];
  });
  return { ...fixed, item: { ...item, caption, negatives: own } };
}
