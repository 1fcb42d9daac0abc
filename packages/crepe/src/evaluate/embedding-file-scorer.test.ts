import { createTemporaryDirectory } from "@observatory/core/testing";
import { defineColumns, shardPath, writeShards } from "@observatory/store";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { createEmbeddingFileScorer } from "./embedding-file-scorer.ts";
import { toQuestions } from "./scorer.ts";
import { numpyFiles } from "./testing-npz.ts";

const rows = ["1", "2", "3"].map((id): RetrievalRow => ({
  id,
  image: { file: `${id}.png` },
  caption: "a dog",
  negatives: [{ text: "a cät" }, { text: "no dog" }],
  source: { file: "items.jsonl", line: 1, format: "jsonl" },
}));

const records = [
  { image: "1.png", vector: [1, 0] },
  { image: "2.png", vector: [0, 2] },
  { text: "a dog", vector: [3, 0] },
  { text: "a cät", vector: [1, 1] },
  { text: "no dog", vector: [0, -1] },
  { text: "of another benchmark", vector: [0, 0] },
];
const expected = [[1, Math.SQRT1_2, 0], [0, Math.SQRT1_2, -1], "no-image-vector"];

async function scoreAll(path: string): Promise<(number[] | string)[]> {
  const scorer = await createEmbeddingFileScorer(path, { rows });
  const found: (number[] | string)[] = [];
  for await (const outcome of scorer.score(toQuestions(rows)))
    found.push(
      outcome.ok ? Array.from(outcome.value, (score) => Number(score.toFixed(12)) + 0) : outcome.reason,
    );
  return found;
}

const rounded = expected.map((scores) =>
  typeof scores === "string" ? scores : scores.map((score) => Number(score.toFixed(12))),
);

test("gives the cosine of vectors in JSON lines", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "flava.jsonl");
  writeFileSync(path, records.map((record) => JSON.stringify(record)).join("\n"));
  expect(await scoreAll(path)).toEqual(rounded);
  const { info } = await createEmbeddingFileScorer(path, { rows });
  expect(info).toMatchObject({ id: "embeddings/flava", kind: "embedding" });
});

test("gives the same of a Parquet file", async () => {
  using directory = createTemporaryDirectory();
  const columns = defineColumns({ image: "text?", text: "text?", vector: "text" });
  const texts = records.map(({ image = null, text = null, vector }) => ({
    image,
    text,
    vector: JSON.stringify(vector),
  }));
  await writeShards(directory.path, columns, texts);
  expect(await scoreAll(shardPath(directory.path, 0))).toEqual(rounded);
});

test.each(["savez", "compressed"] as const)("gives the same of what numpy wrote: %s", async (name) => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "flava.npz");
  writeFileSync(path, Buffer.from(numpyFiles[name], "base64"));
  expect(await scoreAll(path)).toEqual(rounded);
});

test("a vector of an item goes before one of its image", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "vectors.jsonl");
  const own = { item: 1, vector: [0, -1] };
  writeFileSync(path, [...records, own].map((record) => JSON.stringify(record)).join("\n"));
  expect((await scoreAll(path))[0]).toEqual([0, -0.707106781187, 1]);
});

const image = `{"image":"1.png","vector":[1,0]}`;
test.each([
  [`{"image":"1.png"}`, /vectors\.jsonl, line 1: not a vector of an image/u],
  [`{"image":"1.png","text":"a dog","vector":[1]}`, /line 1: not a vector/u],
  [`${image}\n{"image":`, /line 2: not a vector/u],
  [`${image}\n{"text":"a dog","vector":[1]}`, /text 2: 1 numbers, where others have 2/u],
  [`${image}\n${image}`, /image 2: there is a vector of it before/u],
  [`{"image":"1.png","vector":[0,0]}`, /image 1: its vector has no direction/u],
  [image, /no vector of any caption/u],
  [`{"text":"a dog","vector":[1,0]}`, /no vector of any image/u],
])("refuses %j with what is wrong", async (text, message) => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "vectors.jsonl");
  writeFileSync(path, text);
  await expect(createEmbeddingFileScorer(path, { rows })).rejects.toThrow(message);
});

test("refuses arrays of objects, and files that are cut short", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "vectors.npz");
  writeFileSync(path, Buffer.from(numpyFiles.pickled, "base64"));
  await expect(scoreAll(path)).rejects.toThrow(/no \.npz that can be read: an array has the type \|O/u);
  writeFileSync(path, Buffer.from(numpyFiles.savez, "base64").subarray(0, 700));
  await expect(scoreAll(path)).rejects.toThrow(/cut short/u);
});
