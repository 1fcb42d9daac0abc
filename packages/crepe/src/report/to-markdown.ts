import type { CrepeReport } from "./crepe-report.ts";
import { count } from "./tables/format-figures.ts";
import type { ReportTable } from "./tables/report-table.ts";
import { toReportTables } from "./tables/to-report-tables.ts";

/** A report with all its tables as Markdown (GitHub's tables), for a README or a paper. Names stay text. */
export function toMarkdown(report: CrepeReport): string {
  const { benchmark, seed, resamples, notes, warnings } = report;
  const blocks = [
    `## Scores on ${toText(benchmark.name)}`,
    `${count(benchmark.items)} items, ${count(benchmark.rows)} rows (an item with its negatives of one type), ${count(benchmark.images)} images (pairs and families as one); content ${benchmark.contentHash.slice(0, 16)}. Bootstrap: ${count(resamples)} resamples, seed ${seed}.`,
    ...notes.map(({ text }) => `> ${toText(text)}`),
    ...warnings.map(({ file, reason }) => `> Left out: ${toText(file)}: ${toText(reason)}`),
    ...toReportTables(report).flatMap((table) => [
      `### ${toText(table.title)}`,
      ...table.notes.map(toText),
      toMarkdownTable(table),
    ]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function toMarkdownTable({ columns, rows }: ReportTable): string {
  const toLine = (cells: readonly string[]): string => `| ${cells.map(toText).join(" | ")} |`;
  return [
    toLine(columns.map(({ title }) => title)),
    `| ${columns.map(({ align }) => (align === "right" ? "---:" : "---")).join(" | ")} |`,
    ...rows.map(toLine),
  ].join("\n");
}

/** Nothing that a name holds is markup, ends a cell or a line. */
function toText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, " ").replace(/[\\`*_{}<>|#~&]|!?\[(?=[^\]]*\]\()/gu, "\\$&");
}
