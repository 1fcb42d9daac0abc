import type { CellKey, ResultCell } from "../../evaluate/results.ts";
import { toCellName } from "../cell-name.ts";
import type { CrepeReport, ReportedScorer } from "../crepe-report.ts";
import { findWidestCells } from "./find-widest-cells.ts";
import { count, none, percent, percentRange, pointsRange } from "./format-figures.ts";
import { toDifferenceTables } from "./other-tables.ts";
import { listTrainingSets, toPartLabel } from "./part-tables.ts";
import { rankScorers, toScorerLabel } from "./rank-scorers.ts";
import { toReportTable, type ReportTable } from "./report-table.ts";
import { toScorersTable } from "./scorers-table.ts";
import { toAnalysisTables } from "./to-report-tables.ts";

/** Scorers of one table, and lines of one that has several lines a scorer. */
const mostScorers = 10;
const mostLines = 15;
/** Scorers of a table that has them for each type. */
const mostOfType = 5;

/**
 * A report at a first look, some hundred lines however many scorers there are: the best of them, and what no other number
 * says. All is in {@link toReportTables}.
 */
export function toBriefTables(report: CrepeReport): ReportTable[] {
  return [
    toBriefScorers(report),
    ...toTypesTable(report),
    ...listTrainingSets(report, "split").flatMap((trainingSet) =>
      toPartsTable(report, (key) => key.by === "split" && key.trainingSet === trainingSet, {
        title: `Seen and unseen by ${trainingSet}`,
        note: "SC: every combination was seen in training. UC: every word was seen, some combination never. UA: some word never.",
      }),
    ),
    ...toPartsTable(report, ({ by }) => by === "complexity", {
      title: "By complexity",
      note: "n is the number of objects, attributes and relations that the caption names.",
    }),
    ...toAnalysisTables(report)
      .map(withoutUnknown)
      .filter(({ rows }) => rows.length > 0)
      .map((table) => keepBest(table, report)),
    ...toDifferenceTables(report)
      .slice(0, 1)
      .map((table) => ({ ...table, rows: table.rows.slice(0, mostScorers) })),
  ];
}

function toBriefScorers(report: CrepeReport): ReportTable {
  const { sighted } = rankScorers(report);
  const table = toScorersTable(report);
  const kept = ["scorer", "ties by", "rows", "R@1", "gain", "R@1 of types", "ties"];
  const places = table.columns.flatMap(({ title }, i) => (kept.includes(title) ? [i] : []));
  const left = Math.max(0, sighted.length - mostScorers);
  const rows = [...table.rows.slice(0, sighted.length - left), ...table.rows.slice(sighted.length)];
  return {
    ...table,
    notes: [
      ...table.notes,
      ...(left === 0 ? [] : [`The best ${mostScorers} of ${sighted.length} that see.`]),
    ],
    columns: places.flatMap((i) => table.columns[i] ?? []),
    rows: rows.map((row) =>
      places.flatMap((i) => {
        const cell = row[i] ?? "";
        return table.columns[i]?.title === "R@1 of types" ? (cell.split(" [")[0] ?? cell) : cell;
      }),
    ),
  };
}

/** Types as columns, and the gains of each below. */
function toTypesTable(report: CrepeReport): ReportTable[] {
  const { sighted, chance } = rankScorers(report);
  const shown = [...sighted.slice(0, mostScorers), ...(chance === null ? [] : [chance])];
  const cells = findWidestCells(shown, ({ by }) => by === "type").toSorted((a, b) =>
    a.type < b.type ? -1 : 1,
  );
  if (cells.length === 0) return [];
  const bars = cells.map(({ type, key }) => findBar(report, type, key));
  const hasGains = shown.some(({ gains }) => gains.length > 0);
  const names = ["scorer"];
  const numbers = cells.map(({ type }) => type);
  return [
    toReportTable("By type of negatives", {
      notes: ["R@1 in percent, with 95 % intervals."],
      names,
      numbers,
      rows: [
        ...shown.map((scorer) => [
          toScorerLabel(scorer, report),
          ...cells.map((cell) => {
            const own = findCell(scorer, cell);
            return own === undefined ? none : percentRange(own.rAt1, own.interval);
          }),
        ]),
        ["rows", ...cells.map(({ rows }) => count(rows))],
      ],
    }),
    ...(hasGains
      ? [
          toReportTable("Gain by type of negatives", {
            notes: ["Points of R@1 above the best blind probe of the type, paired, with 95 % intervals."],
            names,
            numbers,
            rows: [
              ...sighted.slice(0, mostScorers).map((scorer) => [
                toScorerLabel(scorer, report),
                ...cells.map(({ type, key }) => {
                  const gain = scorer.gains.find((one) => isOf(one, type, key));
                  return gain === undefined ? none : pointsRange(gain.gain, gain.interval);
                }),
              ]),
              ["to be beaten", ...bars.map((bar) => (bar === undefined ? none : percent(bar.rAt1)))],
              ["by", ...bars.map((bar) => bar?.over ?? none)],
            ],
          }),
        ]
      : []),
  ];
}

/** The parts of all types in one table, without intervals. */
function toPartsTable(
  report: CrepeReport,
  isPart: (key: CellKey) => boolean,
  { title, note }: { readonly title: string; readonly note: string },
): ReportTable[] {
  const { sighted } = rankScorers(report);
  const cells = findWidestCells(sighted, isPart);
  if (cells.length === 0) return [];
  const keys = [...new Map(cells.map(({ key }) => [toPartLabel(key), key]))];
  const types = [...new Set(cells.map(({ type }) => type))].toSorted();
  const best = sighted.slice(0, mostOfType);
  return [
    toReportTable(title, {
      notes: [
        `R@1 in percent; ${note}${best.length < sighted.length ? ` The best ${best.length} of ${sighted.length} that see.` : ""}`,
      ],
      names: ["type", "scorer"],
      numbers: keys.map(([label]) => label),
      rows: types.flatMap((type) => [
        ...best.map((scorer) => [
          type,
          toScorerLabel(scorer, report),
          ...keys.map(([, key]) => {
            const own = findCell(scorer, { type, key });
            return own === undefined ? none : percent(own.rAt1);
          }),
        ]),
        [
          type,
          report.bars.length > 0 ? "to be beaten" : "chance",
          ...keys.map(([, key]) => {
            const bar = findBar(report, type, key);
            const cell = cells.find((one) => isOf(one, type, key));
            return cell === undefined ? none : percent(bar?.rAt1 ?? cell.chance);
          }),
        ],
      ]),
    }),
  ];
}

/** Estimates end a line; one that is unknown has its reason there. */
function withoutUnknown(table: ReportTable): ReportTable {
  const last = table.columns.at(-1)?.title ?? "";
  if (last !== "change then" && last !== "slope") return table;
  return { ...table, rows: table.rows.filter((row) => /^[+-]?\d/u.test(row.at(-1) ?? "")) };
}

/** The lines of the best scorers, as many as fit. */
function keepBest(table: ReportTable, report: CrepeReport): ReportTable {
  const column = table.columns.findIndex(({ title }) => title === "scorer");
  const { sighted, blind, chance, apart } = rankScorers(report);
  const ranked = [...sighted, ...apart, ...[blind, chance].flatMap((one) => one ?? [])].map((scorer) =>
    toScorerLabel(scorer, report),
  );
  const there = ranked.filter((label) => table.rows.some((row) => row[column] === label));
  if (column === -1 || there.length < 2 || table.rows.length <= mostLines) return table;
  const perScorer = Math.ceil(table.rows.length / there.length);
  const kept = there.slice(0, Math.max(1, Math.floor(mostLines / perScorer)));
  return {
    ...table,
    notes: [...table.notes, `The best ${kept.length} of ${there.length}.`],
    rows: table.rows.filter((row) => kept.includes(row[column] ?? "")),
  };
}

type Cell = Pick<ResultCell, "type" | "key">;

function isOf(cell: Cell, type: string, key: CellKey): boolean {
  return toCellName(cell.type, cell.key) === toCellName(type, key);
}

function findCell({ results }: ReportedScorer, { type, key }: Cell): ResultCell | undefined {
  return results.cells.find((one) => isOf(one, type, key));
}

function findBar({ bars }: CrepeReport, type: string, key: CellKey): CrepeReport["bars"][number] | undefined {
  return bars.find((one) => isOf(one, type, key));
}
