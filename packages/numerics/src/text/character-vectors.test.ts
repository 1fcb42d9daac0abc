import { createRandom } from "@observatory/core";
import { findRealFile, readRealLines } from "@observatory/core/testing";
import { expect, test } from "vitest";
import { neighbourAgreement } from "../metrics/neighbour-agreement.ts";
import { fitCharacterVectors, toCharacterVectors } from "./character-vectors.ts";

const hostile = [
  "",
  " ",
  "🙂🙃🙂",
  "日本語のテキストです",
  "x".repeat(1_000_000),
  "\ud800\u0000\u202e",
  "ok",
];

test("any text has a vector of length 1 or 0", async () => {
  const model = await fitCharacterVectors([...hostile, ...hostile], { random: createRandom(1) });
  const { rows, columns, data } = toCharacterVectors(model, hostile);
  expect([rows, columns]).toEqual([hostile.length, model.dimensions]);
  const lengths = hostile.map((_, row) => Math.hypot(...data.subarray(row * columns, (row + 1) * columns)));
  expect(lengths).toEqual([0, 0, 1, 1, 1, 1, 1].map((length) => expect.closeTo(length, 5)));
});

test("spellings of a word are nearer than other words", async () => {
  const texts = [
    "reset my password",
    "password resetting",
    "pasword reset",
    "weather tomorrow",
    "tomorrows weather",
  ];
  const model = await fitCharacterVectors(texts, { random: createRandom(1), minDocuments: 1 });
  const { columns, data } = toCharacterVectors(model, texts);
  const cosine = (a: number, b: number): number =>
    data
      .subarray(a * columns, (a + 1) * columns)
      .reduce((sum, value, i) => sum + value * (data[b * columns + i] ?? 0), 0);
  expect(cosine(0, 2)).toBeGreaterThan(cosine(0, 3) + 0.3);
  expect(cosine(3, 4)).toBeGreaterThan(cosine(1, 4) + 0.3);
});

test("vectors do not depend on the batch they were made in", async () => {
  const texts = Array.from({ length: 50 }, (_, i) => `request ${i % 7} about topic ${i % 5}`);
  const model = await fitCharacterVectors(texts, { random: createRandom(1), dimensions: 8 });
  const together = toCharacterVectors(model, texts);
  const alone = texts.flatMap((text) => [...toCharacterVectors(model, [text]).data]);
  expect(alone).toEqual([...together.data]);
});

test("no texts give a model without dimensions", async () => {
  const model = await fitCharacterVectors([], { random: createRandom(1) });
  expect(toCharacterVectors(model, ["words"])).toMatchObject({ rows: 1, columns: 0 });
});

const clinc150 = findRealFile("conversations/clinc150.jsonl.gz");

test.skipIf(clinc150 === null)("neighbours among real requests share their intent", async () => {
  const { texts, labels } = await readRequests(clinc150 ?? "", 4000);
  const model = await fitCharacterVectors(texts, { random: createRandom(1), dimensions: 64 });
  const vectors = toCharacterVectors(model, texts);
  const { value, chance } = neighbourAgreement(vectors, labels, {
    random: createRandom(2),
    neighbours: 5,
  }) ?? {
    value: 0,
    chance: 1,
  };
  expect(chance).toBeLessThan(0.02);
  expect(value).toBeGreaterThan(0.5);
});

interface Request {
  readonly messages: readonly { readonly content: string }[];
  readonly labels: { readonly split: string; readonly path: readonly string[] };
}

async function readRequests(path: string, count: number) {
  const texts: string[] = [];
  const labels: string[] = [];
  let seen = 0;
  for await (const record of readRealLines(path)) {
    // The set's manifest gives this shape.
    const request = record as Request;
    if (request.labels.split !== "train" || request.labels.path[0] === "oos" || seen++ % 3 !== 0) continue;
    texts.push(request.messages[0]?.content ?? "");
    labels.push(request.labels.path.join("/"));
    if (texts.length === count) break;
  }
  return { texts, labels };
}
