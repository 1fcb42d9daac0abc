import { createTemporaryDirectory, findRealFile } from "@observatory/core/testing";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runObservatory } from "./support/observatory.ts";

const directory = createTemporaryDirectory();
afterAll(() => directory[Symbol.dispose]());
const at = (name: string) => join(directory.path, name);
const generate = (...flags: string[]) => runObservatory(["crepe", "generate", ...flags]);

function hashBenchmark(path: string): string {
  const hash = createHash("sha256");
  const images = readdirSync(join(path, "images")).toSorted();
  for (const name of [
    "items.jsonl",
    "benchmark.json",
    "audit.json",
    ...images.map((image) => `images/${image}`),
  ])
    hash.update(`${name}\0`).update(readFileSync(join(path, name)));
  return hash.digest("hex");
}

describe("crepe generate", () => {
  test("gives the same bytes twice, which lint finds no error in and which can be audited and refined", async () => {
    const flags = ["--world", "--items", "60", "--seed", "1"];
    const [first, second] = await Promise.all([
      generate(...flags, "--out", at("a")),
      generate(...flags, "--out", at("b")),
    ]);
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    expect(first.stderr).toMatch(/items\/s.*images\/s/u);
    expect(hashBenchmark(at("a"))).toBe(hashBenchmark(at("b")));
    const lint = await runObservatory(["crepe", "lint", at("a"), "--images", at("a/images"), "--json"]);
    expect(lint.exitCode).toBe(0);
    expect(lint.stdout).not.toMatch(/"severity": "error"/u);
    const audit = await runObservatory(["crepe", "audit", at("a"), "--resamples", "50"]);
    expect(audit.exitCode).toBe(0);
    expect(audit.stdout).toMatch(/chance 16\.67 %/u);
    const refined = await runObservatory(["crepe", "refine", at("a"), "--negatives", "2", "--out", at("c")]);
    expect(refined.exitCode).toBe(0);
    expect(readFileSync(at("c/benchmark.json"), "utf8")).not.toBe(
      readFileSync(at("a/benchmark.json"), "utf8"),
    );
    expect((await runObservatory(["crepe", "audit", at("c"), "--resamples", "50"])).stdout).toMatch(
      /33\.33/u,
    );
  });

  test("is scored by chance and by blind probes, and audited for the page", async () => {
    const flags = ["--world", "--set", "pairs", "--items", "20", "--out", at("scored")];
    expect((await generate(...flags)).exitCode).toBe(0);
    const evaluate = (...rest: string[]) => runObservatory(["crepe", "evaluate", at("scored"), ...rest]);
    const scored = await evaluate("--scorer", "chance", "blind", "--resamples", "50");
    expect(scored.exitCode).toBe(0);
    expect(scored.stderr).toMatch(/the best of 14 probes .*\n {2}swap +chance, 50\.0 %: no probe/u);
    const verbose = await evaluate("--scorer", "blind", "--resamples", "50", "--verbose");
    expect(verbose.stderr).toMatch(/blind\/word_weights\n {2}swap +R@1 50\.0 %/u);
    expect(readdirSync(at("scored/results"))).toContain("chance.json");
    const unknown = await evaluate("--scorer", "openai/ViT-B-32");
    expect([unknown.exitCode, unknown.stderr]).toEqual([2, expect.stringMatching(/openai\/ViT-B-32/u)]);
    expect((await runObservatory(["crepe", "audit", at("scored"), "--resamples", "50"])).exitCode).toBe(0);
    expect(readFileSync(at("scored/audit.json"), "utf8")).toMatch(/"resamples": 50/u);
  });

  test("makes pairs, which no blind probe can tell apart and which are not refined", async () => {
    const flags = ["--set", "pairs", "--items", "20", "--json", "--out", at("pairs")];
    const { exitCode, stdout } = await generate(...flags);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/"set": "pairs"/u);
    expect(stdout).not.toMatch(/"verdict": "leaks"/u);
    const refined = await runObservatory(["crepe", "refine", at("pairs"), "--out", at("none")]);
    expect(refined.exitCode).toBe(2);
    expect(refined.stderr).toMatch(/pairs are not refined/u);
  });

  test("writes the training captions of a systematicity set, whose vocabulary can be counted", async () => {
    const { exitCode, stderr } = await generate(
      "--set",
      "systematicity",
      "--items",
      "30",
      "--out",
      at("syst"),
    );
    expect(stderr).toMatch(/atom/u);
    expect(exitCode).toBe(0);
    const captions = readFileSync(at("syst/training-captions.txt"), "utf8").split("\n");
    writeFileSync(at("some.txt"), captions.slice(0, 500).join("\n"));
    const counted = await runObservatory(["crepe", "vocabulary", at("some.txt"), "--out", at("v"), "--json"]);
    expect(counted.exitCode).toBe(0);
    expect(counted.stdout).toMatch(/"captions": 500/u);
  });
});

const factual = findRealFile("vision/factual/dev.jsonl");
test.skipIf(factual === null)(
  "crepe generate --graphs leaves out what leaks after refining and says so, unless told to keep it",
  async () => {
    const flags = ["--graphs", factual ?? "", "--items", "1000", "--seed", "1"];
    const [without, kept] = await Promise.all([
      generate(...flags, "--out", at("without")),
      generate(...flags, "--keep-leaks", "--out", at("kept")),
    ]);
    expect([without.exitCode, kept.exitCode]).toEqual([0, 0]);
    const recordOf = (name: string) => readFileSync(at(`${name}/benchmark.json`), "utf8");
    expect(without.stderr).toMatch(/negate: \d+ rows left out, since \w+ tells the true caption at/u);
    expect(without.stderr).toMatch(/^Blind audit.* 0 leak$/mu);
    expect(recordOf("without")).toMatch(/"cell": "negate"/u);
    expect(recordOf("without")).not.toMatch(/"negate\//u);
    expect(kept.stderr).not.toMatch(/left out/u);
    expect(recordOf("kept")).toMatch(/"negate\//u);
    expect(recordOf("kept")).not.toMatch(/leftOut/u);
    const again = await runObservatory(["crepe", "audit", at("without")]);
    expect(again.stdout).toMatch(/atom: blind-proof/u);
    expect(again.stdout).not.toMatch(/: leaks/u);
    const flagsOfRefine = ["--negatives", "3", "--keep-leaks", "--out", at("refined")];
    const refined = await runObservatory(["crepe", "refine", at("without"), ...flagsOfRefine]);
    expect(refined.exitCode).toBe(0);
    expect(refined.stderr + refined.stdout).not.toMatch(/left out/u);
    // What it lost before stays on its record.
    expect(recordOf("refined")).toMatch(/"cell": "negate"/u);
  },
  120_000,
);

describe("bad input ends with a clear message", () => {
  test("graphs that are not there, or are none: status 3", async () => {
    const missing = await generate("--graphs", at("missing.json"), "--out", at("x1"));
    expect(missing.exitCode).toBe(3);
    expect(missing.stderr).toMatch(/missing\.json is not there/u);
    writeFileSync(at("letter.json"), "Dear reader,\n");
    const letter = await generate("--graphs", at("letter.json"), "--out", at("x2"));
    expect(letter.exitCode).toBe(3);
    expect(letter.stderr).toMatch(/no scene graphs of a known format/u);
  });

  test("broken graphs: what can be used is counted, and none is status 3", async () => {
    const graph = {
      caption: "a cat",
      graph: { objects: [], attributes: [], relations: [["cat", "on", "mat"]] },
    };
    writeFileSync(at("broken.jsonl"), `${JSON.stringify(graph)}\n`);
    const { exitCode, stderr } = await generate("--graphs", at("broken.jsonl"), "--out", at("x3"));
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(
      /no item came out of the scenes: .*dangling-relation 1 \(first: \S*broken\.jsonl:1\)/u,
    );
  });

  test("captions of which there are none: status 3", async () => {
    writeFileSync(at("empty.txt"), "");
    const { exitCode, stderr } = await runObservatory([
      "crepe",
      "vocabulary",
      at("empty.txt"),
      "--out",
      at("v2"),
    ]);
    expect(exitCode).toBe(3);
    expect(stderr).not.toMatch(/internal error/u);
  });

  test("an empty file, and one that is cut: status 3", async () => {
    for (const [text, message] of [
      ["", /is empty/u],
      ["[]", /is empty/u],
      ['[{"image_id": 1, "objects": [', /ends before it is closed, after 0 elements[^]*Get the file again/u],
    ] as const) {
      writeFileSync(at("cut.json"), text);
      const { exitCode, stderr } = await generate("--graphs", at("cut.json"), "--out", at("x6"));
      expect(exitCode).toBe(3);
      expect(stderr).toMatch(message);
    }
    writeFileSync(at("empty.csv"), "");
    const lint = await runObservatory(["crepe", "lint", at("empty.csv")]);
    expect(lint.exitCode).toBe(3);
    expect(lint.stderr).toMatch(/no row was found/u);
  });

  test("flags that do nothing: status 2", async () => {
    for (const flags of [
      ["--training-captions", at("some.txt")],
      ["--min-area", "9"],
      ["--candidates", "8"],
      ["--keep-leaks"],
      ["--images", at("photos")],
      ["--world", "--graphs", at("broken.jsonl")],
    ]) {
      const { exitCode, stderr } = await generate(...flags, "--out", at("x7"));
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/goes with|cannot be used with/u);
    }
  });

  test("a set that there is not, or that graphs cannot give: status 2", async () => {
    const unknown = await generate("--set", "products", "--out", at("x4"));
    expect(unknown.exitCode).toBe(2);
    expect(unknown.stderr).toMatch(/productivity, systematicity, pairs/u);
    const pairs = await generate("--set", "pairs", "--graphs", at("broken.jsonl"), "--out", at("x5"));
    expect(pairs.exitCode).toBe(2);
    expect(pairs.stderr).toMatch(/only the drawn world/u);
  });

  test("a directory with other things in it is not written to: status 2", async () => {
    mkdirSync(at("photos"));
    writeFileSync(at("photos/holiday.jpg"), "x");
    const { exitCode, stderr } = await generate("--items", "5", "--out", at("photos"));
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/holiday\.jpg/u);
  });
});
