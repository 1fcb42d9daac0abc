import { beforeAll, describe, expect, test } from "vitest";
import { toQuestions } from "../evaluate/scorer.ts";
import { scoreBlind, scoreChance } from "../evaluate/score-blind.ts";
import { toResults, type ScoredRow } from "../evaluate/to-results.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { createOracleScorer } from "../reference/oracle-scorer.ts";
import type { View } from "../reference/share-of-claim.ts";
import { drawRows } from "../reference/testing-drawn-rows.ts";
import { buildReport } from "./build-report.ts";
import type { CrepeReport } from "./crepe-report.ts";
import { toReportTables } from "./tables/to-report-tables.ts";
import { makeInput, makeRows, toReported } from "./testing-report-input.ts";
import { toMarkdown } from "./to-markdown.ts";
import { toReportedRows } from "./to-reported-rows.ts";

const settings = { benchmark: { name: "drawn", contentHash: "0123" }, seed: 1, resamples: 20 };

async function scoreOracle(view: View, rows: readonly RetrievalRow[], limit = rows.length) {
  const scorer = createOracleScorer(view, { rows });
  const questions = toQuestions(rows.slice(0, limit));
  const scored: ScoredRow[] = [];
  for await (const outcome of scorer.score(questions)) {
    const question = questions[scored.length];
    if (!outcome.ok || question === undefined) throw new Error("an item without scores");
    scored.push({ row: question.row, type: question.type, scores: outcome.value });
  }
  return toReported(await toResults(scored, { scorer: scorer.info, ...settings }));
}

/** The cells of a Markdown table by its title and the first cell of a line, and the titles of its columns. */
function readTables(markdown: string): Map<string, Map<string, Record<string, string>>> {
  const tables = new Map<string, Map<string, Record<string, string>>>();
  for (const block of markdown.split("\n### ").slice(1)) {
    const [title = "", ...lines] = block.split("\n");
    const [head = [], , ...rows] = lines
      .filter((line) => line.startsWith("|"))
      .map((line) => line.slice(2, -2).split(" | "));
    const toCells = (row: readonly string[]) =>
      Object.fromEntries(head.map((name, i) => [name, row[i] ?? ""]));
    tables.set(title, new Map(rows.map((row) => [row[0] ?? "", toCells(row)])));
  }
  return tables;
}

describe("a report of drawn items with oracles", () => {
  let report: CrepeReport;
  let tables: ReturnType<typeof readTables>;
  beforeAll(async () => {
    const rows = (await drawRows(72)).map(({ row }) => row);
    const results = [toReported(await scoreChance(rows, settings))];
    for await (const blind of scoreBlind(rows, { ...settings, names: ["longest_caption", "bigram_lm"] }))
      results.push(toReported(blind));
    for (const view of ["full", "bag-of-words"] as const) results.push(await scoreOracle(view, rows));
    results.push(await scoreOracle("no-relation", rows, 30));
    const input = { benchmark: settings.benchmark, rows: toReportedRows(rows), results };
    report = await buildReport(input, { resamples: 50 });
    tables = readTables(toMarkdown(report));
  }, 60_000);

  test("has the ladder in the order of its making, and gains over what cannot be had without eyes", () => {
    const gains = new Map(
      report.scorers.map(({ results, gain }) => [results.scorer.id, gain?.micro.gain ?? 0]),
    );
    expect(gains.get("oracle/full")).toBeCloseTo(5 / 6, 9);
    expect(gains.get("oracle/bag-of-words")).toBeGreaterThan(0);
    expect(gains.get("oracle/bag-of-words")).toBeLessThan(0.7);
    // Families: no probe is above chance by construction.
    expect(new Set(report.bars.map(({ over }) => over))).toEqual(new Set(["chance"]));
  });

  test("says the same in Markdown as in JSON", () => {
    const types = [...new Set(report.bars.map(({ type }) => type))];
    expect(types).toEqual(["atom", "swap"]);
    for (const { results, gains } of report.scorers) {
      const { id, kind } = results.scorer;
      if (kind !== "reference") continue;
      for (const type of types) {
        const cell = results.cells.find((one) => one.type === type && one.key.by === "type");
        const line = tables
          .get(`Negatives of type ${type}`)
          ?.get(id === "oracle/no-relation" ? `${id} \\*` : id);
        const gain = gains.find((one) => one.type === type && one.key.by === "type");
        if (cell === undefined) continue;
        expect(line?.["rows"]).toBe(String(cell.rows));
        expect(line?.["R@1"]?.split(" ")[0]).toBe((100 * cell.rAt1).toFixed(1));
        expect(Number(line?.["gain"]?.split(" ")[0])).toBeCloseTo(100 * (gain?.gain ?? 9), 0);
        expect(line?.["mean rank"]).toBe(cell.meanRank.toFixed(2));
      }
    }
    const partial = tables.get("Scorers, over all rows")?.get("oracle/no-relation \\*");
    expect(partial?.["rows"]).toBe("30 of 72");
    const differences = tables.get("Differences from the best");
    expect(differences?.get("oracle/full")?.["difference"]).toMatch(/^\+\d/u);
  });

  test("has a cell for each column of each table", () => {
    for (const { title, columns, rows } of toReportTables(report))
      expect([title, rows.filter((row) => row.length !== columns.length)]).toEqual([title, []]);
  });
});

test("names of scorers are text in Markdown, whatever they hold", async () => {
  const rows = makeRows(4, () => ({}));
  const id = "a|b`<img>`[x](y)\n# c";
  const input = await makeInput(rows, [{ id, kind: "file", isRight: () => true }]);
  const markdown = toMarkdown(await buildReport(input, { resamples: 20 }));
  expect(markdown).toContain("| a\\|b\\`\\<img\\>\\`\\[x](y) \\# c | 4 |");
});
