import { fewestImages } from "../../evaluate/fewest-images.ts";
import type { Bar, CrepeReport } from "../crepe-report.ts";
import { count, none, percent, percentRange, pointsRange, rank } from "./format-figures.ts";
import { rankScorers, toScorerLabel } from "./rank-scorers.ts";
import { toReportTable, type ReportTable } from "./report-table.ts";

/** One table for each type of negatives, with what has to be beaten there in its notes. */
export function toTypeTables(report: CrepeReport): ReportTable[] {
  const { sighted, blind, chance } = rankScorers(report);
  const shown = [...sighted, ...(chance === null ? [] : [chance])];
  const cells = [...shown, ...(blind === null ? [] : [blind])].flatMap(({ results }) => results.cells);
  const types = [...new Set(cells.filter(({ key }) => key.by === "type").map(({ type }) => type))].toSorted();
  return types.map((type) => {
    const bar = report.bars.find((one) => one.type === type && one.key.by === "type");
    return toReportTable(`Negatives of type ${type}`, {
      notes: bar === undefined ? [] : [describeBar(bar)],
      names: ["scorer"],
      numbers: ["rows", "R@1", "gain", "R@3", "mean rank", "median", "ties", "images", "chance"],
      rows: shown.flatMap((scorer) => {
        const cell = scorer.results.cells.find((one) => one.type === type && one.key.by === "type");
        if (cell === undefined) return [];
        const gain = scorer.gains.find((one) => one.type === type && one.key.by === "type");
        return [
          [
            toScorerLabel(scorer, report),
            count(cell.rows),
            percentRange(cell.rAt1, cell.interval),
            gain === undefined ? none : pointsRange(gain.gain, gain.interval),
            percent(cell.rAt3),
            rank(cell.meanRank),
            rank(cell.medianRank, 1),
            count(cell.ties),
            count(cell.images),
            percent(cell.chance),
          ],
        ];
      }),
    });
  });
}

function describeBar({ over, rAt1, chance, rows, images }: Bar): string {
  const isFew = images < fewestImages;
  const place = `${rows === 1 ? "1 row" : `${count(rows)} rows`}${isFew ? ", too few to choose a probe by" : ""}`;
  if (over === "chance")
    return `To be beaten: chance, ${percent(chance)} %; ${isFew ? "the probe that is best on all rows is not" : "no blind probe is"} above it here (${place}).`;
  return `To be beaten: ${over}, the blind probe that is best ${isFew ? "on all rows" : "here"}, ${percent(rAt1)} % (${place}); chance is ${percent(chance)} %.`;
}
