import { expect, test } from "vitest";
import type { PublishedFigure, ResultsHead } from "../../evaluate/results.ts";
import { buildReport } from "../build-report.ts";
import type { CrepeReport } from "../crepe-report.ts";
import { makeInput, makeRows } from "../testing-report-input.ts";
import { toChatTables, toFigureTables, toLossTables } from "./other-tables.ts";

/** A report of scorers that are alike but for what is added to their results. */
async function reportOf(more: Readonly<Record<string, Partial<ResultsHead>>>): Promise<CrepeReport> {
  const rows = makeRows(4, () => ({}));
  const scorers = Object.keys(more).map((id) => ({
    id,
    kind: "language-model" as const,
    isRight: () => true,
  }));
  const input = await makeInput(rows, scorers);
  const results = input.results.map((one) => ({
    ...one,
    head: { ...one.head, ...more[one.head.scorer.id] },
  }));
  return buildReport({ ...input, results }, { resamples: 20 });
}

test("chat models are told with refusals, and with what they prefer", async () => {
  const chat = {
    mode: "choice",
    asked: 1200,
    again: 9,
    refused: 4,
    unreadable: 2,
    places: [
      { share: 0.75, expected: 0.5 },
      { share: 0.25, expected: 0.5 },
    ],
    bias: { distance: 0.25, chiSquare: 9, degrees: 1, p: 0.0001 },
  } as const;
  const [table, ...others] = toChatTables(
    await reportOf({ "chat/a": { chat, losses: { refused: 4 } }, eyes: {} }),
  );
  expect(others).toEqual([]);
  expect(table?.rows).toEqual([["chat/a", "choice", "75 25", "1,200", "9", "4", "2", "25.0", "<0.001", "–"]]);
  expect(toLossTables(await reportOf({ "chat/a": { losses: { refused: 4 } } }))[0]?.rows).toEqual([
    ["chat/a", "refused", "4"],
  ]);
});

test("published figures stand scorer beside scorer, with what their mean is over", async () => {
  const figure = (average: "micro" | "macro", share: number): PublishedFigure => ({
    release: "CREPE",
    name: "swap",
    measure: "R@1",
    average,
    over: average === "micro" ? "items" : "complexities",
    groups: 3,
    items: 1200,
    ties: "optimistic",
    chance: 1 / 6,
    share,
    interval: [share - 0.1, share + 0.1],
  });
  const report = await reportOf({
    a: { figures: [figure("macro", 0.5), figure("micro", 0.4)] },
    b: { figures: [figure("macro", 0.3), figure("micro", 0.2)] },
  });
  expect(toFigureTables(report)[0]?.rows).toEqual([
    ["CREPE", "swap", "R@1", "macro", "a", "50.0 [40.0, 60.0]", "16.7", "3 complexities", "won"],
    ["CREPE", "swap", "R@1", "macro", "b", "30.0 [20.0, 40.0]", "16.7", "3 complexities", "won"],
    ["CREPE", "swap", "R@1", "micro", "a", "40.0 [30.0, 50.0]", "16.7", "1,200 items", "won"],
    ["CREPE", "swap", "R@1", "micro", "b", "20.0 [10.0, 30.0]", "16.7", "1,200 items", "won"],
  ]);
});
