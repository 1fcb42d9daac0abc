import type { CrepeReport } from "../crepe-report.ts";
import { findWidestCells } from "./find-widest-cells.ts";
import { none, percent } from "./format-figures.ts";
import { rankScorers } from "./rank-scorers.ts";
import { toReportTable, type ReportTable } from "./report-table.ts";

/** Every blind probe on every type of negatives; none where no more than one was evaluated. */
export function toBlindTables(report: CrepeReport): ReportTable[] {
  const probes = rankScorers(report).current.filter(({ results }) => results.scorer.kind === "blind");
  if (probes.length < 2) return [];
  const cells = findWidestCells(probes, ({ by }) => by === "type");
  return [
    toReportTable("Blind probes", {
      notes: ["R@1 in percent of what sees no image; chance is that of the type."],
      names: ["probe"],
      numbers: ["all rows", ...cells.map(({ type }) => type)],
      rows: [
        ...probes.map(({ results }) => [
          results.scorer.id,
          results.averages.micro === null ? none : percent(results.averages.micro.rAt1),
          ...cells.map(({ type }) => {
            const own = results.cells.find((cell) => cell.type === type && cell.key.by === "type");
            return own === undefined ? none : percent(own.rAt1);
          }),
        ]),
        ["chance", none, ...cells.map(({ chance }) => percent(chance))],
      ],
    }),
  ];
}
