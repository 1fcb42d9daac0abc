import { createTemporaryDirectory } from "@observatory/core/testing";
import { defineColumns, shardPath, writeShards } from "@observatory/store";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { createFileScorer } from "./file-scorer.ts";
import { toQuestions } from "./scorer.ts";

const rows = ["1", "2", "3"].map((id): RetrievalRow => ({
  id,
  image: { file: `${id}.png` },
  caption: "a dog",
  negatives: [{ text: "a cat" }, { text: "no dog" }],
  source: { file: "items.jsonl", line: 1, format: "jsonl" },
}));

const scores = [
  { item: "1", caption: "no dog", score: 0.25 },
  { item: "1", caption: "a dog", score: 0.1 + 0.2 },
  { item: "1", caption: "a cat", score: -1e-9 },
  { item: "3", caption: "a dog", score: 2 },
  { item: "2", caption: "a cat", score: 5 },
  { item: "2", caption: "a dog", score: 6 },
  { item: "2", caption: "no dog", score: 7 },
];
const expected = [[0.1 + 0.2, -1e-9, 0.25], [6, 5, 7], "caption-without-score"];

async function scoreAll(path: string): Promise<(number[] | string)[]> {
  const scorer = await createFileScorer(path, { rows });
  const found: (number[] | string)[] = [];
  for await (const outcome of scorer.score(toQuestions(rows)))
    found.push(outcome.ok ? Array.from(outcome.value) : outcome.reason);
  return found;
}

test("gives the scores of a file of JSON lines, in any order, and none where one is missing", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "flava.jsonl");
  writeFileSync(path, scores.map((score) => JSON.stringify({ ...score, image: "x" })).join("\n"));
  expect(await scoreAll(path)).toEqual(expected);
  const { info } = await createFileScorer(path, { rows });
  expect(info).toMatchObject({ id: "scores/flava", kind: "file" });
});

test("gives the same of a Parquet file, to the bit", async () => {
  using directory = createTemporaryDirectory();
  const columns = defineColumns({ item: "text", caption: "text", score: "double" });
  await writeShards(directory.path, columns, scores);
  expect(await scoreAll(shardPath(directory.path, 0))).toEqual(expected);
});

test.each([
  [`{"item":"1","caption":"a dog"}`, /scores\.jsonl, line 1: not a score \(score\)/u],
  [`{"item":"1","caption":"a dog","score":1}\n{"item":`, /line 2: not a score/u],
  [`{"item":"9","caption":"a dog","score":1}`, /scores for 1 items that are not there: 9$/u],
  [
    `{"item":"1","caption":"a dog","score":1}\n{"item":"1","caption":"a dog","score":2}`,
    /line 2: 1 has another score of this caption/u,
  ],
])("refuses %j with what is wrong", async (text, message) => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "scores.jsonl");
  writeFileSync(path, text);
  await expect(createFileScorer(path, { rows })).rejects.toThrow(message);
});
