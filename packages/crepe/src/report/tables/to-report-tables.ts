import type { CrepeReport } from "../crepe-report.ts";
import { toBlindTables } from "./blind-table.ts";
import {
  toComplexityTables,
  toDoseTables,
  toFallTables,
  toFullSetTables,
  toGateTables,
  toPairsTables,
} from "./analysis-tables.ts";
import { toChatTables, toDifferenceTables, toFigureTables, toLossTables } from "./other-tables.ts";
import { listTrainingSets, toPartTables } from "./part-tables.ts";
import type { ReportTable } from "./report-table.ts";
import { toScorersTable } from "./scorers-table.ts";
import { toTypeTables } from "./type-tables.ts";

/** A report as tables of texts, the most important first. */
export function toReportTables(report: CrepeReport): ReportTable[] {
  return [
    toScorersTable(report),
    ...toTypeTables(report),
    ...toBlindTables(report),
    ...listTrainingSets(report, "split").flatMap((trainingSet) =>
      toPartTables(
        report,
        { by: "split", trainingSet },
        {
          title: `Seen and unseen by ${trainingSet}`,
          notes: [
            "R@1 in percent. SC: every combination was seen in training. UC: every word was seen, some combination never. UA: some word never.",
          ],
        },
      ),
    ),
    ...toPartTables(
      report,
      { by: "complexity" },
      {
        title: "By complexity",
        notes: [
          "R@1 in percent; n is the number of objects, attributes and relations that the caption names.",
        ],
      },
    ),
    ...listTrainingSets(report, "seen").flatMap((trainingSet) =>
      toPartTables(
        report,
        { by: "seen", trainingSet },
        {
          title: `By dose in ${trainingSet}`,
          notes: ["R@1 in percent, by how many training captions name the rarest combination of an item."],
        },
      ),
    ),
    ...toAnalysisTables(report),
    ...toDifferenceTables(report),
  ];
}

/** What results tell beyond R@1 and gains of parts, as tables; none for what nobody's results hold. */
export function toAnalysisTables(report: CrepeReport): ReportTable[] {
  return [
    ...toFallTables(report),
    ...toComplexityTables(report),
    ...toDoseTables(report),
    ...toPairsTables(report),
    ...toGateTables(report),
    ...toFullSetTables(report),
    ...toFigureTables(report),
    ...toChatTables(report),
    ...toLossTables(report),
  ];
}
