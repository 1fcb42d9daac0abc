import { createTemporaryDirectory } from "@observatory/core/testing";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generatePairs } from "../benchmark/generate-pairs.ts";
import { writeBenchmark } from "../benchmark/write-benchmark.ts";
import { generateTwins } from "../world/generate-twins.ts";
import { evaluateBlind, isBlindScorer } from "./evaluate-blind.ts";
import { loadEvaluatedRows } from "./load-evaluated-rows.ts";
import { loadResults } from "./load-results.ts";
import { toResultFileName } from "./result-file-name.ts";
import { resultsSchema, type Results, type ScorerInfo } from "./results.ts";
import { toResults } from "./to-results.ts";
import { writeResults } from "./write-results.ts";

const hash = "a".repeat(64);

function resultsOf(scorer: Partial<ScorerInfo>, contentHash = hash): Promise<Results> {
  const row = {
    id: "r1",
    image: { id: "i1" },
    caption: "a",
    negatives: [{ text: "b" }],
    source: { file: "items.jsonl", line: 1, format: "observatory" as const },
  };
  return toResults(
    [
      { row, type: "atom", scores: [1, 0] },
      { row, type: "swap", scores: [0, 1] },
    ],
    {
      scorer: { id: "some/model", kind: "embedding", details: { weights: "v1" }, ...scorer },
      benchmark: { name: "bench", contentHash },
      seed: 1,
      resamples: 20,
    },
  );
}

describe("results on disk", () => {
  test("come back as they were written, in a file that is one JSON document", async () => {
    using directory = createTemporaryDirectory();
    const results = await resultsOf({});
    const path = await writeResults(directory.path, results);
    expect(path).toBe(join(directory.path, "results", "some%2Fmodel.json"));
    expect(resultsSchema.parse(JSON.parse(await readFile(path, "utf8")))).toEqual(results);
    const loaded = await loadResults(directory.path, { contentHash: hash });
    expect(loaded.warnings).toEqual([]);
    const { rows, ...head } = results;
    expect(loaded.results[0]).toMatchObject({ head, stale: false });
    const text = await readFile(path, "utf8");
    for await (const line of loaded.results[0]?.rows() ?? []) {
      expect(rows).toContainEqual(line.row);
      expect(JSON.parse(text.slice(line.start, line.start + line.length))).toEqual(line.row);
    }
  });

  test("are stale for other items", async () => {
    using directory = createTemporaryDirectory();
    await writeResults(directory.path, await resultsOf({}));
    const { results } = await loadResults(directory.path, { contentHash: "b".repeat(64) });
    expect(results.map(({ stale }) => stale)).toEqual([true]);
  });

  test("are never written over those of another configuration", async () => {
    using directory = createTemporaryDirectory();
    await writeResults(directory.path, await resultsOf({}));
    await expect(writeResults(directory.path, await resultsOf({}))).resolves.toMatch(/model\.json$/u);
    const other = await resultsOf({ details: { weights: "v2" } });
    await expect(writeResults(directory.path, other)).rejects.toThrow(/another scorer/u);
    await expect(writeResults(directory.path, await resultsOf({}, "c"))).rejects.toThrow(/other items/u);
    const path = join(directory.path, "results", "some%2Fmodel.json");
    await writeFile(path, "notes of mine");
    await expect(writeResults(directory.path, await resultsOf({}))).rejects.toThrow(/cannot|not a results/u);
    expect(await readFile(path, "utf8")).toBe("notes of mine");
  });

  test("that cannot be read are warnings, each with its reason", async () => {
    using directory = createTemporaryDirectory();
    const path = await writeResults(directory.path, await resultsOf({}));
    const good = await readFile(path, "utf8");
    const put = (name: string, text: string) => writeFile(join(directory.path, "results", name), text);
    await put("a-copy.json", good);
    await put("cut.json", good.slice(0, 40));
    await put("foreign.json", `{"schema":"other@1","rows":[`);
    await put("new.json", `{"schema":"observatory/crepe-results@9","rows":[`);
    await put("notes.txt", "x");
    const { results, warnings } = await loadResults(directory.path, { contentHash: hash });
    expect(results).toHaveLength(1);
    expect(warnings.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
      "cut.json: its first line is not the head of results",
      "foreign.json: it is of another kind",
      "new.json: a newer version wrote it (9; this one reads 1)",
      "notes.txt: its name does not end in .json",
      "some%2Fmodel.json: another file has results of the same scorer",
    ]);
  });

  test("that break off among the rows say so when the rows are read", async () => {
    using directory = createTemporaryDirectory();
    const path = await writeResults(directory.path, await resultsOf({}));
    await writeFile(path, (await readFile(path, "utf8")).slice(0, -4));
    const { results } = await loadResults(directory.path, { contentHash: hash });
    const read = async () => {
      for await (const _ of results[0]?.rows() ?? []);
    };
    await expect(read()).rejects.toThrow(/breaks off|not a row/u);
  });

  test.each([
    ["openai/ViT-B-32", "openai%2FViT-B-32.json"],
    ["../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd.json"],
    ["a b\0c", "a%20b%00c.json"],
    ["é", "%C3%A9.json"],
  ])("are named after the scorer %j without leading elsewhere", (id, name) => {
    expect(toResultFileName(id)).toBe(name);
  });

  test("of long ids have short names of their own", () => {
    const names = ["a", "b"].map((end) => toResultFileName(`${"x".repeat(280)}${end}`));
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name.length).toBeLessThan(150);
  });
});

describe("evaluateBlind", () => {
  test("gives chance and every probe exactly a half on pairs", async () => {
    using directory = createTemporaryDirectory();
    async function* items() {
      for await (const { item } of generatePairs({ twins: generateTwins({ count: 8, seed: 1 }), seed: 1 }))
        yield item;
    }
    await writeBenchmark(
      directory.path,
      { name: "pairs", version: "1", source: "world", set: "pairs", seed: 1, strict: true },
      items(),
    );
    const found: [string, number | undefined][] = [];
    const rows = await loadEvaluatedRows([directory.path]);
    for await (const { results } of evaluateBlind(rows, {
      scorers: ["blind", "chance"],
      out: directory.path,
      seed: 1,
      resamples: 20,
    }))
      found.push([results.scorer.id, results.averages.micro?.rAt1]);
    expect(found[0]?.[0]).toBe("chance");
    expect(found).toHaveLength(15);
    for (const [, rAt1] of found) expect(rAt1).toBeCloseTo(0.5, 12);

    const one: string[] = [];
    const scorers = ["blind/bigram_lm"];
    for await (const { results } of evaluateBlind(rows, {
      scorers,
      out: directory.path,
      seed: 1,
      resamples: 20,
    })) {
      one.push(results.scorer.id);
      // Two images are one to who does not see them: both captions are right by ties alone.
      expect(results.pairs?.text.share).toBeLessThanOrEqual(1 / 4);
      expect(results.pairs?.group.share).toBeLessThanOrEqual(1 / 6);
    }
    expect(one).toEqual(scorers);
    expect(["chance", "blind", "blind/bigram_lm", "blind/none", "onnx:x"].map(isBlindScorer)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test("takes no notice of what is asked of scorers with vectors alone", async () => {
    using directory = createTemporaryDirectory();
    const item = { id: "1", image: "1.png", caption: "a dog", negatives: ["a cat"] };
    await writeFile(join(directory.path, "x.jsonl"), JSON.stringify(item));
    const rows = await loadEvaluatedRows([join(directory.path, "x.jsonl")]);
    const options = { out: directory.path, seed: 1, resamples: 20, fullSet: true };
    const found: (Results["fullSet"] | null)[] = [];
    for await (const { results } of evaluateBlind(rows, {
      ...options,
      scorers: ["chance", "blind/bigram_lm"],
    }))
      found.push(results.fullSet);
    expect(found).toEqual([undefined, undefined]);
  });
});
