import { basename } from "node:path";
import { findingKinds, type Finding, type FindingCode } from "./finding.ts";
import { groupBy } from "./group-by.ts";
import type { LintReport } from "./lint-files.ts";

export interface DescribeLintOptions {
  /** Examples of each code; 2 where absent. */
  readonly examples?: number;
}

const order = { error: 0, warning: 1, info: 2 } as const;

/**
 * The report as lines for people: what each file holds, then every kind of finding with its count, the rows it touches,
 * examples with their place, and the cure; errors first, then by count.
 */
export function describeLint(report: LintReport, options: DescribeLintOptions = {}): readonly string[] {
  const { files, findings } = report;
  const lines = files.map((file) => {
    const lost = file.lost === 0 ? "" : `, ${file.lost} unreadable`;
    const total = Object.values(file.findings).reduce((sum, count) => sum + count, 0);
    return `${basename(file.file)}: ${file.format ?? "nothing readable"}, ${file.rows} rows, ${file.negatives} negatives${lost}, ${total} findings`;
  });
  if (findings.length === 0) return [...lines, "", "Nothing found."];
  const byCode = [...groupBy(findings, (finding) => finding.code)].toSorted(
    ([a, left], [b, right]) => worst(left) - worst(right) || right.length - left.length || (a < b ? -1 : 1),
  );
  return [
    ...lines,
    ...byCode.flatMap(([code, found]) => describeCode(code, found, report, options.examples ?? 2)),
  ];
}

function describeCode(
  code: FindingCode,
  found: readonly Finding[],
  report: LintReport,
  examples: number,
): readonly string[] {
  const rows = report.files.reduce((sum, file) => sum + (file.rowsWith[code] ?? 0), 0);
  const where = rows === 0 ? "" : ` in ${rows} rows`;
  const severity = Object.entries(order).find(([, rank]) => rank === worst(found))?.[0] ?? "";
  const shown = found[0]?.line === null ? found : found.slice(0, examples);
  return [
    "",
    `${severity} ${code}: ${found.length}${where}`,
    ...shown.map(
      ({ file, line, message }) => `  ${basename(file)}${line === null ? "" : `:${line}`}  ${message}`,
    ),
    ...(shown.length < found.length ? [`  and ${found.length - shown.length} more`] : []),
    `  cure: ${findingKinds[code].cure}${findingKinds[code].fix ? " (--fix)" : ""}`,
  ];
}

function worst(findings: readonly Finding[]): number {
  return findings.reduce((rank, { severity }) => Math.min(rank, order[severity]), 2);
}
