import type { CrepeReport, ReportedScorer } from "../crepe-report.ts";
import { count, none, percent, percentRange, pointsRange, rank } from "./format-figures.ts";
import { rankScorers, toScorerLabel } from "./rank-scorers.ts";
import { toReportTable, type ReportTable } from "./report-table.ts";

const tieWords = {
  expected: "Equal scores are shared out",
  optimistic: "Equal scores are won by the true caption",
  pessimistic: "Equal scores are lost by the true caption",
} as const;

/** All scorers over all rows, those that see first, best first; below them the best blind probe and chance. */
export function toScorersTable(report: CrepeReport): ReportTable {
  const { sighted, blind, otherBlind, chance, apart } = rankScorers(report);
  const shown = [
    ...sighted,
    ...(blind === null ? [] : [blind]),
    ...(chance === null ? [] : [chance]),
    ...apart,
  ];
  return toReportTable("Scorers, over all rows", {
    notes: [
      "R@1, R@3: how often the true caption is first, or among the first three, in percent, with 95 % intervals clustered by image. Gain: points of R@1 above the best blind probe of the row's type, paired: the score that counts. Of types: where each type counts the same.",
      `${tieWords[report.ties]} (ties: ${report.ties}); the column counts rows with a tie for the true caption.`,
      ...(apart.length > 0 ? ["Those of another policy stand last, and in no comparison."] : []),
      ...(otherBlind > 0
        ? [`Of the blind probes the best is shown; ${otherBlind} more are in the table of blind probes.`]
        : []),
    ],
    names: ["scorer", ...(apart.length > 0 ? ["ties by"] : [])],
    numbers: [
      "rows",
      "R@1",
      "gain",
      "R@1 of types",
      "gain of types",
      "R@3",
      "mean rank",
      "median",
      "ties",
      "chance",
    ],
    rows: shown.map((scorer) => {
      const { micro, macro } = scorer.results.averages;
      return [
        toScorerLabel(scorer, report),
        ...(apart.length > 0 ? [scorer.results.ties.policy] : []),
        toRows(scorer, report),
        micro === null ? none : percentRange(micro.rAt1, micro.interval),
        scorer.gain === null ? none : pointsRange(scorer.gain.micro.gain, scorer.gain.micro.interval),
        macro === null ? none : percentRange(macro.rAt1, macro.interval),
        scorer.gain === null ? none : pointsRange(scorer.gain.macro.gain, scorer.gain.macro.interval),
        micro === null ? none : percent(micro.rAt3),
        micro === null ? none : rank(micro.meanRank),
        micro === null ? none : rank(micro.medianRank, 1),
        count(countTies(scorer)),
        micro === null ? none : percent(micro.chance),
      ];
    }),
  });
}

function toRows({ rows }: ReportedScorer, { benchmark }: CrepeReport): string {
  return rows < benchmark.rows ? `${count(rows)} of ${count(benchmark.rows)}` : count(rows);
}

function countTies({ results }: ReportedScorer): number {
  return results.cells.reduce((sum, { key, ties }) => sum + (key.by === "type" ? ties : 0), 0);
}
