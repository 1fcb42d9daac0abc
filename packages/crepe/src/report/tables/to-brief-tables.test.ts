import { expect, test } from "vitest";
import { buildReport } from "../build-report.ts";
import { makeInput, makeRows, type MadeScorer } from "../testing-report-input.ts";
import type { ReportTable } from "./report-table.ts";
import { toBriefTables } from "./to-brief-tables.ts";
import { toReportTables } from "./to-report-tables.ts";

const rows = makeRows(120, (place) => ({
  n: 4 + (place % 3),
  negatives: [{ text: "b", type: place % 2 === 0 ? "swap" : "atom" }],
}));
const blind: MadeScorer = { id: "blind/a", kind: "blind", isRight: (_, place) => place % 5 < 4 };
/** The first is always right, each of the others less often than the one before. */
const eyes = Array.from({ length: 21 }, (_, i): MadeScorer => ({
  id: `eyes/${i}`,
  kind: "embedding",
  isRight: (_row, place) => place % 120 >= 3 * i,
}));
const reportOf = async (scorers: readonly MadeScorer[]) =>
  buildReport(await makeInput(rows, scorers), { resamples: 20 });
const linesOf = (tables: readonly ReportTable[]): number =>
  tables.reduce((sum, table) => sum + table.notes.length + table.rows.length + 4, 0);
const rowsOf = (tables: readonly ReportTable[], name: string) =>
  tables.find(({ title }) => title === name)?.rows ?? [];

test("a first look at many scorers shows the best of them, and says how many there are", async () => {
  const report = await reportOf([blind, ...eyes]);
  const tables = toBriefTables(report);
  expect(linesOf(tables)).toBeLessThan(130);
  expect(linesOf(toReportTables(report))).toBeGreaterThan(400);
  const scorers = tables[0];
  expect(scorers?.notes.at(-1)).toBe("The best 10 of 21 that see.");
  expect(scorers?.rows.map(([id]) => id)).toEqual([...eyes.slice(0, 10).map(({ id }) => id), "blind/a"]);
  for (const { columns, rows: lines } of tables)
    expect(lines.filter((line) => line.length !== columns.length)).toEqual([]);
});

test("parts of all types stand in one table, with what has to be beaten in each", async () => {
  const tables = toBriefTables(await reportOf([blind, ...eyes.slice(0, 2)]));
  const parts = rowsOf(tables, "By complexity");
  expect(parts.map(([type, scorer]) => `${type} ${scorer}`)).toEqual([
    "atom eyes/0",
    "atom eyes/1",
    "atom to be beaten",
    "swap eyes/0",
    "swap eyes/1",
    "swap to be beaten",
  ]);
  expect(parts[0]).toEqual(["atom", "eyes/0", "100.0", "100.0", "100.0"]);
  expect(rowsOf(tables, "Gain by type of negatives").at(-1)).toEqual(["by", "blind/a", "blind/a"]);
});

test("estimates that are unknown are left to the full report", async () => {
  const few = await buildReport(await makeInput(rows.slice(0, 20), [blind, ...eyes.slice(0, 1)]), {
    resamples: 20,
  });
  expect(rowsOf(toReportTables(few), "One atom more")).not.toEqual([]);
  expect(rowsOf(toBriefTables(few), "One atom more")).toEqual([]);
});
