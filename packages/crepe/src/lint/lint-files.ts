import { InputError } from "@observatory/core";
import { readRetrievalRows } from "../interchange/read-retrieval-rows.ts";
import type { RetrievalFormat, RetrievalRow, RowLoss } from "../interchange/retrieval-row.ts";
import { checkCell } from "./check-cell.ts";
import { checkRow } from "./check-row.ts";
import { countDefects, type DefectCounts } from "./count-defects.ts";
import { findImages, type LocateImage } from "./find-images.ts";
import { toFinding, type Finding, type FindingCode } from "./finding.ts";
import { groupBy } from "./group-by.ts";
import { createLintContext, type LintContext } from "./lint-context.ts";

/** What was found in one file. */
export interface LintedFile {
  readonly file: string;
  /** Null where no row could be read. */
  readonly format: RetrievalFormat | null;
  readonly rows: number;
  readonly negatives: number;
  readonly lost: number;
  /** Findings per code, by name. */
  readonly findings: Readonly<Partial<Record<FindingCode, number>>>;
  /** Rows with at least one finding of the code. */
  readonly rowsWith: Readonly<Partial<Record<FindingCode, number>>>;
}

/** The result of {@link lintFiles}. */
export interface LintReport {
  readonly files: readonly LintedFile[];
  /** By file and line. Those on a whole file come first. */
  readonly findings: readonly Finding[];
  /** Counts per type of negatives over all files, by definitions that other implementations share. */
  readonly defects: Readonly<Record<string, DefectCounts>>;
}

export interface LintOptions {
  /** Directory of the images; missing ones are findings only where it is given. */
  readonly images?: string;
  readonly signal?: AbortSignal;
}

/**
 * Checks benchmark files of all formats that {@link readRetrievalRows} knows.
 *
 * The files are one set: a word that any positive holds is no broken word. Holds all rows in memory. Throws InputError
 * for what cannot be opened or is no benchmark; everything else is a finding.
 *
 * @example
 * const report = await lintFiles(["prod_vg_hard_negs_atom_complexity_4.csv"]);
 */
export async function lintFiles(paths: readonly string[], options: LintOptions = {}): Promise<LintReport> {
  const rows: RetrievalRow[] = [];
  const losses: RowLoss[] = [];
  for await (const outcome of readRetrievalRows(paths, options)) {
    if (outcome.ok) rows.push(outcome.value);
    else losses.push(outcome);
  }
  if (rows.length + losses.length === 0) {
    throw new InputError(`no row was found in ${paths.join(", ")}`, {
      hint: "Check that the file was written to its end.",
    });
  }
  const locateImage = options.images === undefined ? null : await findImages(options.images);
  return lintRows(rows, losses, await createLintContext(rows), { locateImage, ...options });
}

/** As {@link lintFiles}, for rows that are read already. */
export async function lintRows(
  rows: readonly RetrievalRow[],
  losses: readonly RowLoss[],
  context: LintContext,
  options: { readonly locateImage?: LocateImage | null; readonly signal?: AbortSignal } = {},
): Promise<LintReport> {
  const rowsOf = groupBy(rows, (row) => row.source.file);
  const lossesOf = groupBy(losses, (loss) => loss.source.file);
  const files: LintedFile[] = [];
  const findings: Finding[] = [];
  for (const file of new Set([...rowsOf.keys(), ...lossesOf.keys()])) {
    options.signal?.throwIfAborted();
    const fileRows = rowsOf.get(file) ?? [];
    const fileLosses = lossesOf.get(file) ?? [];
    const found = [
      ...checkCells(file, fileRows),
      ...checkRows(fileRows, fileLosses, context, options).toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    ];
    for (const finding of found) findings.push(finding);
    files.push({
      file,
      format: fileRows[0]?.source.format ?? null,
      rows: fileRows.length,
      negatives: fileRows.reduce((sum, row) => sum + row.negatives.length, 0),
      lost: fileLosses.length,
      findings: countBy(found),
      rowsWith: countBy(distinctRows(found)),
    });
    // Lets a signal and other work through between files.
    await Promise.resolve();
  }
  return { files, findings, defects: countDefects(rows, context.positiveTokens) };
}

function checkCells(file: string, rows: readonly RetrievalRow[]): readonly Finding[] {
  const cells = new Map<string, { readonly row: RetrievalRow; readonly negatives: string[] }[]>();
  for (const row of rows) {
    for (const [type, negatives] of groupBy(row.negatives, (negative) => negative.type ?? "")) {
      const cell = cells.get(type) ?? [];
      cells.set(type, cell);
      cell.push({ row, negatives: negatives.map((negative) => negative.text) });
    }
  }
  return [...cells].flatMap(([type, cell]) =>
    checkCell(cell).map((remark) => {
      const named =
        cells.size > 1 && type !== "" ? { ...remark, message: `${type}: ${remark.message}` } : remark;
      const finding = toFinding(named, { file, line: null, item: null });
      return { ...finding, severity: remark.severity ?? finding.severity };
    }),
  );
}

function checkRows(
  rows: readonly RetrievalRow[],
  losses: readonly RowLoss[],
  context: LintContext,
  options: { readonly locateImage?: LocateImage | null; readonly signal?: AbortSignal },
): readonly Finding[] {
  const found = losses.map(({ reason, source }) =>
    toFinding({ code: "unreadable-row", message: reason }, { ...source, item: null }),
  );
  const lineOf = new Map<string, number>();
  const lineOfContent = new Map<string, number>();
  for (const row of rows) {
    options.signal?.throwIfAborted();
    const remarks = [...checkRow(row, context)];
    const content = toContentKey(row);
    const [sameId, sameContent] = [lineOf.get(row.id), lineOfContent.get(content)];
    if (sameId !== undefined)
      remarks.push({ code: "duplicate-id", message: `the id is that of line ${sameId}` });
    if (sameContent !== undefined)
      remarks.push({ code: "duplicate-row", message: `the row is that of line ${sameContent}` });
    if (options.locateImage?.(row) === null)
      remarks.push({ code: "missing-image", message: "the image is missing" });
    lineOf.set(row.id, sameId ?? row.source.line);
    lineOfContent.set(content, sameContent ?? row.source.line);
    found.push(...remarks.map((remark) => toFinding(remark, { ...row.source, item: row.id })));
  }
  return found;
}

/** Equal for rows with the same image, region, caption and negatives. */
export function toContentKey({ image, caption, negatives }: RetrievalRow): string {
  return JSON.stringify([
    image.file,
    image.id,
    image.box,
    caption,
    negatives.map(({ text, type }) => [text, type]),
  ]);
}

function countBy(findings: readonly Finding[]): Partial<Record<FindingCode, number>> {
  const counts: Partial<Record<FindingCode, number>> = {};
  for (const { code } of findings) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

function distinctRows(findings: readonly Finding[]): readonly Finding[] {
  return [
    ...new Map(
      findings
        .filter(({ line }) => line !== null)
        .map((finding) => [`${finding.code} ${finding.line} ${finding.item}`, finding]),
    ).values(),
  ];
}
