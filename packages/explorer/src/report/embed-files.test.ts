import { evaluateBlind, loadEvaluatedRows } from "@observatory/crepe";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  findEmbeddedItem,
  listEmbeddedItems,
  embeddedBenchmarkSchema,
} from "../shared/crepe/embedded-benchmark.ts";
import { parseItemFilter } from "../shared/crepe/item-filter.ts";
import { embedFiles } from "./embed-files.ts";

/** SugarCrepe's file with six items on two photos, what chance reaches on it, and the photos. */
async function writeFiles(directory: string) {
  const records = Array.from({ length: 6 }, (_, i) => [
    String(i),
    { filename: `${i % 2}.jpg`, caption: `a dog and ${i} cats`, negative_caption: `a cat and ${i} dogs` },
  ]);
  const file = join(directory, "swap_obj.json");
  await writeFile(file, JSON.stringify(Object.fromEntries(records)));
  const images = join(directory, "val2017");
  await mkdir(images);
  for (const i of [0, 1]) await writeFile(join(images, `${i}.jpg`), Buffer.alloc(9_000, i));
  const results = join(directory, "out");
  const rows = await loadEvaluatedRows([file]);
  for await (const _ of evaluateBlind(rows, { scorers: ["chance"], out: results, seed: 1, resamples: 20 }));
  return { file, images, results };
}

test("released files are shown with their scores, each image once, and no path of this machine", async () => {
  using directory = createTemporaryDirectory();
  const { file, images, results } = await writeFiles(directory.path);
  const data = await embedFiles([file], { images, results });
  expect(embeddedBenchmarkSchema.parse(data)).toEqual(data);
  expect(data.overview).toMatchObject({
    record: { name: "swap_obj.json", counts: { items: 6, negatives: 6 } },
    items: 6,
    images: 2,
    sample: null,
    facets: { type: [{ value: "swap_obj", items: 6 }], n: [], rule: [] },
  });
  expect(Object.keys(data.images ?? {})).toEqual(["image 1", "image 2"]);
  expect(JSON.stringify(data)).not.toContain(directory.path);
  expect(findEmbeddedItem(data, "swap_obj:3") ?? findEmbeddedItem(data, "3")).toMatchObject({
    item: { caption: "a dog and 3 cats", negatives: [{ text: "a cat and 3 dogs", type: "swap_obj" }] },
    imageUrl: expect.stringMatching(/^data:image\/jpeg;base64,AQEB/u),
    scores: [{ scorer: "chance", rows: [{ type: "swap_obj" }] }],
  });
  const list = listEmbeddedItems(data, parseItemFilter({ query: "3 cats" }), { offset: 0, limit: 10 });
  expect(list.items).toMatchObject([{ caption: "a dog and 3 cats", n: null, types: ["swap_obj"] }]);
});

test("where one image fits alone, all its items are shown; without images, all items; with those that were extracted", async () => {
  using directory = createTemporaryDirectory();
  const { file, images, results } = await writeFiles(directory.path);
  const one = await embedFiles([file], { images, results, maxBytes: 16_000 });
  expect(one.overview.sample).toMatchObject({ items: 3 });
  expect(new Set(one.items.map(({ imageUrl }) => imageUrl))).toEqual(new Set(["image 1"]));
  const none = await embedFiles([file], { results, maxBytes: 16_000 });
  expect(none.items.map(({ imageUrl }) => imageUrl)).toEqual([null, null, null, null, null, null]);
  await mkdir(join(results, ".scoring"), { recursive: true });
  await rename(images, join(results, ".scoring", "images"));
  const extracted = await embedFiles([file], { results });
  expect(Object.keys(extracted.images ?? {})).toEqual(["image 1", "image 2"]);
});
