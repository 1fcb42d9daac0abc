import type { CellKey, ResultCell } from "../../evaluate/results.ts";
import { fewestImages } from "../../evaluate/fewest-images.ts";
import { toCellName } from "../cell-name.ts";
import type { CrepeReport } from "../crepe-report.ts";
import { findWidestCells } from "./find-widest-cells.ts";
import { count, none, percent, percentRange, pointsRange } from "./format-figures.ts";
import { rankScorers, toScorerLabel } from "./rank-scorers.ts";
import { toReportTable, type ReportTable } from "./report-table.ts";

/** What the columns of a table are. */
export type Parts =
  | { readonly by: "complexity" }
  | { readonly by: "split" | "seen"; readonly trainingSet: string };

/** The training sets by which results are divided. */
export function listTrainingSets(report: CrepeReport, by: "split" | "seen"): string[] {
  const cells = rankScorers(report).current.flatMap(({ results }) => results.cells);
  return [...new Set(cells.flatMap(({ key }) => (key.by === by ? [key.trainingSet] : [])))].toSorted();
}

/**
 * R@1 over the parts of each type, and the gain there. Below the scorers what has to be beaten in each part,
 * chance, and the numbers of rows and images. No table for a type that has no such parts.
 */
export function toPartTables(
  report: CrepeReport,
  parts: Parts,
  { title, notes = [] }: { readonly title: string; readonly notes?: readonly string[] },
): ReportTable[] {
  const { sighted, current } = rankScorers(report);
  const widest = findWidestCells(current, (key) => isPart(key, parts));
  const types = [...new Set(widest.map(({ type }) => type))].toSorted();
  return types.flatMap((type) => {
    const columns = widest.filter((cell) => cell.type === type);
    const toLine = (label: string, toText: (cell: ResultCell) => string | null): string[] => [
      label,
      ...columns.map((cell) => toText(cell) ?? none),
    ];
    const toBar = (cell: ResultCell) => report.bars.find((bar) => isSameCell(bar, cell));
    const hasBars = columns.some((cell) => toBar(cell) !== undefined);
    const isThin = columns.some(({ images }) => images < fewestImages);
    const names = ["scorer"];
    const numbers = columns.map(({ key }) => toPartLabel(key));
    return [
      toReportTable(`${title}: ${type}`, {
        notes: isThin
          ? [...notes, `Intervals of parts with fewer than ${fewestImages} images say little.`]
          : notes,
        names,
        numbers,
        rows: [
          ...sighted.map((scorer) =>
            toLine(toScorerLabel(scorer, report), (cell) => {
              const own = scorer.results.cells.find((one) => isSameCell(one, cell));
              return own === undefined ? null : percentRange(own.rAt1, own.interval);
            }),
          ),
          ...(hasBars ? [toLine("to be beaten", (cell) => percent(toBar(cell)?.rAt1 ?? cell.chance))] : []),
          toLine("chance", ({ chance }) => percent(chance)),
          toLine("rows", ({ rows }) => count(rows)),
          toLine("images", ({ images }) => count(images)),
        ],
      }),
      ...(hasBars
        ? [
            toReportTable(`${title}, gain: ${type}`, {
              notes: [
                "Points of R@1 above the best blind probe of each part, paired, with 95 % intervals; a part of few images has the probe of its type.",
              ],
              names,
              numbers,
              rows: [
                ...sighted.map((scorer) =>
                  toLine(toScorerLabel(scorer, report), (cell) => {
                    const gain = scorer.gains.find((one) => isSameCell(one, cell));
                    return gain === undefined ? null : pointsRange(gain.gain, gain.interval);
                  }),
                ),
                toLine("over", (cell) => toBar(cell)?.over ?? null),
              ],
            }),
          ]
        : []),
    ];
  });
}

type Cell = Pick<ResultCell, "type" | "key">;

function isSameCell(a: Cell, b: Cell): boolean {
  return toCellName(a.type, a.key) === toCellName(b.type, b.key);
}

function isPart(key: CellKey, parts: Parts): boolean {
  if (parts.by === "complexity") return key.by === "complexity";
  return key.by === parts.by && key.trainingSet === parts.trainingSet;
}

/** What a part is called at the head of a column. */
export function toPartLabel(key: CellKey): string {
  switch (key.by) {
    case "type":
      return "all";
    case "complexity":
      return `n = ${key.n}`;
    case "split":
      return key.split;
    case "seen":
      return key.to === null ? `${key.from}+` : key.to === key.from ? `${key.from}` : `${key.from}-${key.to}`;
    default:
      return key satisfies never;
  }
}
