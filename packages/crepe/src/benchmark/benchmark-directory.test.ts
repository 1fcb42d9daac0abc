import { createTemporaryDirectory } from "@observatory/core/testing";
import { appendFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createLexicon } from "../negatives/wordnet/lexicon.ts";
import { generateTwins } from "../world/generate-twins.ts";
import { generateWorld } from "../world/generate-world.ts";
import { generatePairs } from "./generate-pairs.ts";
import { generateSystematicity } from "./generate-systematicity.ts";
import { loadBenchmark } from "./load-benchmark.ts";
import { prepareBenchmarkDirectory } from "./prepare-benchmark-directory.ts";
import { writeBenchmark } from "./write-benchmark.ts";
import type { SourcedItem } from "./fill-cells.ts";
import type { Item } from "./item.ts";

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};
const collectItems = async (made: AsyncIterable<SourcedItem>): Promise<Item[]> =>
  (await collect(made)).map(({ item }) => item);
const record = { name: "world", version: "1", source: "world", set: "pairs", seed: 1, strict: true } as const;

describe("writeBenchmark and loadBenchmark", () => {
  test("give back what was written and notice a change", async () => {
    using directory = createTemporaryDirectory();
    const items = await collectItems(generatePairs({ twins: generateTwins({ count: 6, seed: 1 }), seed: 1 }));
    const written = await writeBenchmark(directory.path, record, items);
    const loaded = await loadBenchmark(directory.path);
    expect(loaded.record).toEqual(written);
    expect(await collect(loaded.items())).toEqual(items);
    expect(written.counts["items"]).toBe(items.length);
    await appendFile(join(directory.path, "items.jsonl"), `${JSON.stringify(items[0])}\n`);
    await expect(collect(loaded.items())).rejects.toThrow(/not the file/u);
  });

  test("refuse a directory without a benchmark", async () => {
    using directory = createTemporaryDirectory();
    await expect(loadBenchmark(directory.path)).rejects.toThrow(/cannot be read/u);
  });
});

describe("prepareBenchmarkDirectory", () => {
  test("clears what a run that was killed left, and refuses what is no part of a benchmark", async () => {
    using directory = createTemporaryDirectory();
    for (const name of ["scenes.part", ".items.jsonl.a98063d177ba40b0.tmp", "audit.json"])
      await writeFile(join(directory.path, name), "{");
    await prepareBenchmarkDirectory(directory.path);
    expect(await readdir(directory.path)).toEqual([]);
    await writeFile(join(directory.path, "thesis.tex"), "");
    await expect(prepareBenchmarkDirectory(directory.path)).rejects.toThrow(/holds thesis\.tex/u);
  });
});

describe("generatePairs", () => {
  test("each caption is once the positive and once the negative, with the same words", async () => {
    const items = await collectItems(
      generatePairs({ twins: generateTwins({ count: 10, seed: 2 }), seed: 1 }),
    );
    expect(items.length).toBeGreaterThan(15);
    const words = (text: string) =>
      text
        .replaceAll(",", "")
        .split(" ")
        .map((word) => (word === "an" ? "a" : word))
        .toSorted();
    for (let index = 0; index < items.length; index += 2) {
      const [a, b] = [items[index], items[index + 1]];
      expect(a?.negatives[0]?.text).toBe(b?.caption);
      expect(b?.negatives[0]?.text).toBe(a?.caption);
      expect(words(a?.caption ?? "")).toEqual(words(b?.caption ?? ""));
    }
  });
});

describe("generateSystematicity", () => {
  test("fills the splits of the first training set with negatives of the same split", async () => {
    const vocabulary = {
      name: "made-up",
      countAtom: (_kind: string, text: string) => (text === "purple" || text === "inside" ? 0 : 9),
      countCompound: (compound: string) =>
        compound.startsWith("red") || compound.includes("left of") ? 0 : 4,
    };
    const items = await collectItems(
      generateSystematicity({
        scenes: generateWorld({ scenes: 120, seed: 5 }),
        vocabularies: [vocabulary],
        items: 6,
        seed: 1,
        least: 2,
        lexicon: createLexicon(),
      }),
    );
    const inSplit = (name: string) => items.filter(({ split }) => split?.["made-up"]?.split === name);
    expect(["SC", "UA", "UC"].map((name) => inSplit(name).length)).toEqual([2, 2, 2]);
    for (const { negatives } of inSplit("SC"))
      expect(negatives.every(({ text }) => !/purple|\bred\b/u.test(text))).toBe(true);
    for (const { negatives } of items)
      expect(new Set(negatives.map(({ type }) => type))).toEqual(new Set(["atom", "comp"]));
  });
});
