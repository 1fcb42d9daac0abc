import { toBriefTables, toReportTables, type CrepeReport, type ReportTable } from "@observatory/crepe";
import { formatCount } from "./format.ts";
import { toTerminalText, type Paint } from "./paint.ts";
import { wrapToWidth } from "./text-width.ts";
import { toWrappedTable } from "./wrapped-table.ts";

/** A report for a person: what to know before, then its tables; at a first look unless all are wanted. */
export function toCrepeReportLines(
  report: CrepeReport,
  { columns: width, paint, all }: { readonly columns: number; readonly paint: Paint; readonly all: boolean },
): string[] {
  const { benchmark, notes, warnings } = report;
  const shown = all ? toReportTables(report) : toBriefTables(report);
  const wrap = (text: string): string[] => wrapToWidth(toTerminalText(text), width);
  return [
    ...wrap(
      `${benchmark.name}: ${formatCount(benchmark.items)} items, ${formatCount(benchmark.rows)} rows, ${formatCount(benchmark.images)} images (pairs and families as one)`,
    ).map((line) => paint("bold", line)),
    ...[
      ...notes.map(({ text }) => text),
      ...warnings.map(({ file, reason }) => `Left out: ${file}: ${reason}`),
    ].flatMap((text) => wrap(`! ${text}`).map((line) => paint("yellow", line))),
    ...shown.flatMap((table) => ["", ...toTableLines(table, width, paint)]),
    ...(all
      ? []
      : [
          "",
          ...wrap(
            "Shown is a first look. All scorers with all tables: --all, or --markdown FILE; every number: --json.",
          ).map((line) => paint("dim", line)),
        ]),
  ];
}

/** One table of a report with its title and what its numbers are. */
export function toTableLines(
  { title, notes, columns, rows }: ReportTable,
  width: number,
  paint: Paint,
): string[] {
  return [
    paint("bold", toTerminalText(title)),
    ...notes.flatMap((note) => wrapToWidth(toTerminalText(note), width).map((line) => paint("dim", line))),
    ...toWrappedTable(
      columns.map(({ title: name, align }) => ({ title: toTerminalText(name), align })),
      rows.map((row) => row.map(toTerminalText)),
      { width, names: columns.filter(({ align }) => align === "left").length },
    ),
  ];
}
