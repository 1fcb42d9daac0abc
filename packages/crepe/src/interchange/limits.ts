import { failed, succeeded, type Outcome } from "@observatory/core";
import type { RetrievalRow } from "./retrieval-row.ts";

/** What a row may hold at most; more is a counted loss, so that one hostile row cannot slow the rest. */
export const rowLimits = {
  /** UTF-16 units of a caption: every caption of 10,000 words is longer, every caption of 1,000 words shorter. */
  captionLength: 16_384,
  negatives: 1_000,
  /** UTF-16 units of a line or of one record. */
  lineLength: 1 << 26,
  /** Lines of one CSV record, whose quoted fields may hold line ends. */
  recordLines: 100,
  /** UTF-16 units of a whole JSON file; JSON lines have no such limit. */
  documentLength: 1 << 28,
} as const;

/** Refuses a row that is larger than {@link rowLimits} allow. */
export function boundRow(row: RetrievalRow): Outcome<RetrievalRow> {
  if (row.caption.length > rowLimits.captionLength) return failed("caption-too-long");
  if (row.negatives.length > rowLimits.negatives) return failed("too-many-negatives");
  const tooLong = row.negatives.some((negative) => negative.text.length > rowLimits.captionLength);
  return tooLong ? failed("negative-too-long") : succeeded(row);
}
