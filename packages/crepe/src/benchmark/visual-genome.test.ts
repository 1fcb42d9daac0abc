import { createTemporaryDirectory, findRealFile } from "@observatory/core/testing";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadRetrievalRows } from "../interchange/read-retrieval-rows.ts";
import { findGraphFiles } from "./find-graph-files.ts";
import { generateBenchmark } from "./generate-benchmark.ts";
import type { Item } from "./item.ts";
import { loadBenchmark } from "./load-benchmark.ts";
import { readImageSize } from "./read-image-size.ts";
import { toPngHead, writeVisualGenome } from "./testing-visual-genome.ts";

async function itemsOf(directory: string): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of (await loadBenchmark(directory)).items()) items.push(item);
  return items;
}
const areaOf = ({ image }: Item) => (image.box?.width ?? 0) * (image.box?.height ?? 0);

test("a folder of Visual Genome becomes a productivity set with crops, and CREPE's own files", async () => {
  using directory = createTemporaryDirectory();
  writeVisualGenome(directory.path, 90);
  const out = join(directory.path, "bench");
  const { losses } = await generateBenchmark({
    out,
    source: { kind: "graphs", files: [directory.path], images: join(directory.path, "VG_100K") },
    set: "productivity",
    items: 60,
    seed: 1,
    csv: true,
  });
  const items = await itemsOf(out);
  expect(items.length).toBeGreaterThan(10);
  for (const item of items) {
    expect(areaOf(item)).toBeGreaterThanOrEqual(40_000);
    expect(Number(item.image.file?.replace(".png", "")) % 3).not.toBe(0);
  }
  expect(losses["missing-image"]).toBeGreaterThan(0);
  expect(losses["crop-too-small"]).toBeGreaterThan(0);
  expect(readdirSync(join(out, "images")).toSorted()).toEqual(
    [...new Set(items.flatMap(({ image }) => image.file ?? []))].toSorted(),
  );

  const files = readdirSync(join(out, "csv"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".csv"),
  );
  for (const file of files)
    expect(file).toMatch(/^(atom|swap|negate)\/prod_vg_hard_negs_\1_complexity_(?:[4-9]|1[0-2])\.csv$/u);
  const { rows, losses: unread } = await loadRetrievalRows(files.map((file) => join(out, "csv", file)));
  expect(unread).toEqual([]);
  const toLine = (row: Pick<(typeof rows)[number], "caption" | "negatives">) =>
    [row.caption, ...row.negatives.map(({ text }) => text)].join("\n");
  expect(rows.map(toLine).toSorted()).toEqual(items.map(toLine).toSorted());
  expect(
    rows.every(({ image, n }) => image.box !== undefined && image.id !== undefined && n !== undefined),
  ).toBe(true);
});

test("regions become a systematicity set against a training set, and CREPE's own files", async () => {
  using directory = createTemporaryDirectory();
  writeVisualGenome(directory.path, 90);
  const captions = join(directory.path, "cc.jsonl");
  const nouns = ["car", "bus", "bicycle", "train", "dog", "cat", "horse", "cow"];
  const seen = ["red", "blue", "green", "yellow", "black"].flatMap((colour) =>
    nouns.map((noun) => `a ${colour} ${noun}`),
  );
  writeFileSync(captions, seen.map((caption) => `${JSON.stringify({ caption })}\n`).join(""));
  const out = join(directory.path, "bench");
  await generateBenchmark({
    out,
    source: {
      kind: "graphs",
      files: [join(directory.path, "region_descriptions.json")],
      images: join(directory.path, "VG_100K"),
    },
    set: "systematicity",
    trainingCaptions: [captions],
    items: 30,
    seed: 1,
    csv: true,
  });
  const items = await itemsOf(out);
  expect(items.length).toBeGreaterThan(5);
  for (const { image, split } of items) {
    expect(image.box).toEqual({ x: 5, y: 5, width: 400, height: 400 });
    expect(Object.keys(split ?? {})).toEqual(["cc"]);
  }
  const files = readdirSync(join(out, "csv"));
  for (const file of files)
    expect(file).toMatch(/^syst_vg_hard_negs_(?:seen_compounds|unseen_compounds|unseen_atoms)_in_cc\.csv$/u);
  const { rows, losses } = await loadRetrievalRows(files.map((file) => join(out, "csv", file)));
  expect(losses).toEqual([]);
  expect(rows.map(({ caption }) => caption).toSorted()).toEqual(
    items.map(({ caption }) => caption).toSorted(),
  );
});

test("sizes come from the images where no file says them", async () => {
  using directory = createTemporaryDirectory();
  writeVisualGenome(directory.path, 60);
  rmSync(join(directory.path, "image_data.json"));
  writeFileSync(join(directory.path, "VG_100K", "1.png"), "not an image");
  const out = join(directory.path, "bench");
  const { losses } = await generateBenchmark({
    out,
    source: { kind: "graphs", files: [directory.path], images: join(directory.path, "VG_100K") },
    set: "productivity",
    items: 60,
    seed: 1,
  });
  expect(losses["unreadable-image"]).toBe(1);
  expect((await itemsOf(out)).every((item) => areaOf(item) >= 40_000)).toBe(true);
});

test("a folder stands for the published names in it", async () => {
  using directory = createTemporaryDirectory();
  const name = (file: string) => join(directory.path, file);
  await expect(findGraphFiles([directory.path])).rejects.toThrow(/no scene graphs under a published name/u);
  await expect(findGraphFiles([name("nowhere.json")])).rejects.toThrow(/is not there/u);
  writeFileSync(name("attributes.json"), "[]");
  expect(await findGraphFiles([directory.path])).toEqual([name("attributes.json")]);
  writeFileSync(name("scene_graphs.json.gz"), "");
  expect(await findGraphFiles([directory.path, name("attributes.json")])).toEqual([
    name("scene_graphs.json.gz"),
    name("attributes.json"),
  ]);
});

const photo = findRealFile("vision/photos/000000000724.jpg");

test("the size of an image is read from its head", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "image");
  writeFileSync(path, toPngHead(640, 480));
  expect(await readImageSize(path)).toEqual({ width: 640, height: 480 });
  const frame = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 11, 8, 0, 30, 0, 40, 3, 1, 0x11, 0];
  writeFileSync(path, Buffer.from(frame));
  expect(await readImageSize(path)).toEqual({ width: 40, height: 30 });
  for (const broken of [frame.slice(0, 12), [0x89, 0x50], []]) {
    writeFileSync(path, Buffer.from(broken));
    expect(await readImageSize(path)).toBeNull();
  }
  expect(await readImageSize(join(directory.path, "nowhere"))).toBeNull();
});

test.skipIf(photo === null)("the size of a photo (skipped without the data)", async () => {
  expect(await readImageSize(photo ?? "")).toEqual({ width: 375, height: 500 });
});
