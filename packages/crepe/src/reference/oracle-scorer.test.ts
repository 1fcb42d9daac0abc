import { beforeAll, expect, test } from "vitest";
import { toQuestions } from "../evaluate/scorer.ts";
import { toResults, type ScoredRow } from "../evaluate/to-results.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { createOracleScorer } from "./oracle-scorer.ts";
import { views, type View } from "./share-of-claim.ts";
import { drawRows } from "./testing-drawn-rows.ts";

let rows: readonly RetrievalRow[] = [];
beforeAll(async () => {
  rows = (await drawRows(27 * 6)).map(({ row }) => row);
}, 60_000);

async function reach(view: View): Promise<Record<string, number>> {
  const scorer = createOracleScorer(view, { rows });
  const questions = toQuestions(rows);
  const scored: ScoredRow[] = [];
  for await (const outcome of scorer.score(questions)) {
    const { row, type } = questions[scored.length] ?? {};
    if (!outcome.ok || row === undefined || type === undefined) throw new Error("an item without scores");
    scored.push({ row, type, scores: outcome.value });
  }
  const { cells } = await toResults(scored, {
    scorer: scorer.info,
    benchmark: { name: "drawn", contentHash: "" },
    seed: 1,
    resamples: 20,
  });
  return Object.fromEntries(
    cells.filter(({ key }) => key.by === "type").map(({ type, rAt1 }) => [type, rAt1]),
  );
}

test("the ladder: who sees all is always right, and who sees less is right less often", async () => {
  const reached = new Map<View, Record<string, number>>();
  for (const view of views) reached.set(view, await reach(view));
  const of = (view: View, type: string) => reached.get(view)?.[type] ?? Number.NaN;
  expect(reached.get("full")).toEqual({ atom: 1, swap: 1, negate: 1 });
  for (const type of ["swap", "negate"]) {
    expect(of("bag-of-words", type)).toBeLessThan(0.4);
    for (const view of ["no-binding", "no-relation"] as const) {
      expect(of(view, type)).toBeGreaterThan(of("bag-of-words", type));
      expect(of(view, type)).toBeLessThan(1);
    }
  }
  expect(of("bag-of-words", "atom")).toBeGreaterThan(0.7);
});

test("captions of the same words are one to a bag of words", async () => {
  const sorted = (text: string) => text.split(" ").toSorted().join(" ");
  const scorer = createOracleScorer("bag-of-words", { rows });
  const questions = toQuestions(rows).filter(({ type }) => type === "swap");
  let place = 0;
  let equal = 0;
  for await (const outcome of scorer.score(questions)) {
    const { captions = [] } = questions[place++] ?? {};
    if (!outcome.ok) continue;
    for (const [i, caption] of captions.entries()) {
      if (i === 0 || sorted(caption) !== sorted(captions[0] ?? "")) continue;
      equal++;
      expect(outcome.value[i]).toBe(outcome.value[0]);
    }
  }
  expect(equal).toBeGreaterThan(9);
});

test("an item whose family is not whole has no score", async () => {
  const [first] = rows;
  const alone = first === undefined ? [] : [first];
  for await (const outcome of createOracleScorer("full", { rows: alone }).score(toQuestions(alone)))
    expect(outcome).toEqual({ ok: false, reason: "no-graph-of-caption" });
});

test("refuses items that carry no exact graph, by name", () => {
  const row: RetrievalRow = {
    id: "photo-1",
    image: { file: "1.png" },
    caption: "a dog",
    negatives: [{ text: "a cat" }],
    source: { file: "items.jsonl", line: 1, format: "jsonl" },
  };
  expect(() => createOracleScorer("full", { rows: [row] })).toThrow(/photo-1 carries no exact graph/u);
});
