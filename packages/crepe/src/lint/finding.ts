/** How bad a finding is: `error` makes an item wrong or a score worthless, `warning` distorts it, `info` is worth knowing. */
export type Severity = "error" | "warning" | "info";

/** Every kind of finding with its severity, what it means, and what cures it; `fix` tells whether `fixRows` does. */
export const findingKinds = {
  "unreadable-row": { severity: "error", fix: true, cure: "Mend the row, or drop it." },
  "empty-caption": { severity: "error", fix: true, cure: "Drop the row." },
  "empty-negative": { severity: "error", fix: true, cure: "Drop the negative." },
  "no-negatives": { severity: "error", fix: true, cure: "Drop the row." },
  "duplicate-id": { severity: "error", fix: false, cure: "Give every row an id of its own." },
  "duplicate-row": { severity: "warning", fix: true, cure: "Keep one of the equal rows." },
  "positive-among-negatives": { severity: "error", fix: true, cure: "Drop the negative." },
  "equal-up-to-case-punctuation": { severity: "error", fix: true, cure: "Drop the negative." },
  "equal-up-to-accents": { severity: "error", fix: true, cure: "Drop the negative." },
  "duplicate-negative": { severity: "error", fix: true, cure: "Keep one of the equal negatives." },
  "duplicate-negative-normalised": { severity: "error", fix: true, cure: "Keep one of the equal negatives." },
  "broken-preposition": {
    severity: "error",
    fix: true,
    cure: "Drop the negative; replace words, never substrings.",
  },
  "broken-word": {
    severity: "error",
    fix: true,
    cure: "Drop the negative; replace words, never substrings.",
  },
  "broken-ending": {
    severity: "warning",
    fix: true,
    cure: "Inflect the new word instead of keeping the old ending.",
  },
  "odd-compound": {
    severity: "warning",
    fix: false,
    cure: "Replace the whole compound, or read it and leave it.",
  },
  "vulgar-word": { severity: "error", fix: true, cure: "Drop the negative." },
  "unknown-word": { severity: "info", fix: false, cure: "Check the spelling." },
  "damaged-text": {
    severity: "warning",
    fix: false,
    cure: "Write the file again as UTF-8, without control characters.",
  },
  "wrong-article": { severity: "warning", fix: true, cure: "Choose a or an by the sound that follows." },
  "stray-punctuation": { severity: "warning", fix: true, cure: "Remove the stray mark." },
  "doubled-word": { severity: "warning", fix: false, cure: "Drop the negative, or remove the doubled word." },
  "missing-image": { severity: "error", fix: false, cure: "Add the image, or drop the row." },
  "varying-list-size": {
    severity: "warning",
    fix: false,
    cure: "Report chance as the mean of 1/(1+k), or cut all lists to one size.",
  },
  "case-leak": { severity: "error", fix: true, cure: "Write positives and negatives in the same case." },
  "punctuation-leak": {
    severity: "error",
    fix: true,
    cure: "End positives and negatives with the same mark.",
  },
  "space-leak": { severity: "error", fix: true, cure: "Trim all texts and write single spaces." },
  "accent-leak": { severity: "error", fix: true, cure: "Spell positives and negatives alike." },
  "length-leak": { severity: "error", fix: false, cure: "Balance the set over length (refine)." },
  "negation-leak": {
    severity: "error",
    fix: false,
    cure: "Give positives and negatives negation words alike (refine).",
  },
  "article-leak": { severity: "error", fix: true, cure: "Mend the articles of the negatives." },
} as const satisfies Record<string, { severity: Severity; fix: boolean; cure: string }>;

export type FindingCode = keyof typeof findingKinds;

/** One defect and its place. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly file: string;
  /** Null for what concerns the whole file. */
  readonly line: number | null;
  /** Id of the row; null for what concerns the whole file. */
  readonly item: string | null;
  /** Index of the negative in its row; absent for what concerns the caption or the row. */
  readonly negative?: number;
  readonly message: string;
  readonly cure: string;
}

/** What a check says about a place; code, severity and cure come from {@link findingKinds}. */
export interface Remark {
  readonly code: FindingCode;
  readonly negative?: number;
  readonly message: string;
}

/** A remark with its place. */
export function toFinding(
  remark: Remark,
  place: { readonly file: string; readonly line: number | null; readonly item: string | null },
): Finding {
  const { severity, cure } = findingKinds[remark.code];
  const { file, line, item } = place;
  return {
    code: remark.code,
    severity,
    file,
    line,
    item,
    ...(remark.negative === undefined ? {} : { negative: remark.negative }),
    message: remark.message,
    cure,
  };
}

/** Text of a benchmark for a message: quoted, at most 80 characters, without control characters. */
export function quote(text: string): string {
  const head = text.slice(0, 79).replaceAll(/\s+/gu, " ");
  const safe = head.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "\uFFFD");
  return `"${safe}${text.length > 79 ? "…" : ""}"`;
}
