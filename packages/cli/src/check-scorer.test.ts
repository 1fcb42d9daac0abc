import { ObservatoryError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkScorer } from "./check-scorer.ts";

const models = { hub: "http://127.0.0.1:1", token: undefined, cache: "/nowhere" };

async function failing(id: string, modelsDir?: string): Promise<string> {
  try {
    await checkScorer(id, { models, modelsDir });
    return "fine";
  } catch (error) {
    return error instanceof ObservatoryError ? `${error.message}\n${error.hint}` : String(error);
  }
}

test("scorers that could be opened are let through without a network", async () => {
  using directory = createTemporaryDirectory();
  const file = join(directory.path, "scores.jsonl");
  writeFileSync(file, "");
  for (const id of [
    "oracle/full",
    "observatory/world-clip",
    "pixel-parser",
    `scores:${file}`,
    "openai:ViT-B/32",
  ])
    expect([id, await failing(id)]).toEqual([id, "fine"]);
});

test.each([
  ["oracle/all", /no oracle\/all\n.*oracle\/bag-of-words/su],
  ["observatory/clip", /no observatory\/clip\n.*world-clip/su],
  ["openai/ViT-B-32", /no scorer openai\/ViT-B-32\n.*openai:ARCH/su],
  ["open_clip:ViT-B-32", /ViT-B-32/u],
  ["flava", /flava has no ONNX export.*\n.*scores-from-python/su],
  ["onnx:/nowhere/at/all", /not a folder of two towers\n.*model\.json/su],
  ["scores:/nowhere.jsonl", /\/nowhere\.jsonl is not a file/u],
  ["embeddings:/nowhere.npz", /\/nowhere\.npz is not a file/u],
])("%s is refused before anything is scored", async (id, message) => {
  expect(await failing(id)).toMatch(message);
});

test("a directory of models that lacks a model says which files to bring", async () => {
  using directory = createTemporaryDirectory();
  expect(await failing("openai:ViT-B/32", directory.path)).toMatch(/lacks .*visual\/model\.onnx/u);
});
