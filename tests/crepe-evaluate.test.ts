import { parseJson } from "@observatory/core";
import { crepeReportSchema, resultsSchema, type Results } from "@observatory/crepe";
import { createTemporaryDirectory, findRealFile } from "@observatory/core/testing";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { runObservatory } from "./support/observatory.ts";

const directory = createTemporaryDirectory();
afterAll(() => directory[Symbol.dispose]());
const at = (name: string) => join(directory.path, name);
const evaluate = (...rest: string[]) => runObservatory(["crepe", "evaluate", ...rest]);
const fixture = (name: string) =>
  fileURLToPath(new URL(`../packages/models/fixtures/${name}`, import.meta.url));
const items = findRealFile("vision/photos/items.jsonl");

function readJson(path: string): unknown {
  const json = parseJson(readFileSync(path, "utf8"));
  return json.ok ? json.value : null;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}

function readResults(out: string, scorer: string): Results {
  return resultsSchema.parse(readJson(join(out, "results", `${scorer.replace("/", "%2F")}.json`)));
}

describe("crepe evaluate with scorers that need no weights", () => {
  test("ranks those that see all above those that see words, on pairs", async () => {
    const flags = ["--world", "--set", "pairs", "--items", "24", "--seed", "2", "--out", at("drawn")];
    expect((await runObservatory(["crepe", "generate", ...flags])).exitCode).toBe(0);
    const scorers = ["chance", "blind/bigram_lm", "oracle/full", "oracle/bag-of-words", "pixel-parser"];
    const scored = await evaluate(at("drawn"), "--resamples", "20", "--scorer", ...scorers);
    expect([scored.exitCode, scored.stderr]).toEqual([0, expect.stringMatching(/2 x 2 +text 100\.0 %/u)]);
    const reached = scorers.map((scorer) => readResults(at("drawn"), scorer).averages.micro?.rAt1 ?? 0);
    expect(reached.slice(0, 4)).toEqual([0.5, 0.5, 1, 0.5]);
    expect(reached[4]).toBeGreaterThan(0.9);
    const files = { markdown: at("drawn.md"), out: at("drawn.html") };
    const report = ["crepe", "report", at("drawn"), "--resamples", "20", "--markdown", files.markdown];
    const told = await runObservatory([...report, "--out", files.out, "--json"]);
    const json = parseJson(told.stdout);
    const { benchmark } = crepeReportSchema.parse(json.ok ? json.value : null);
    expect([told.exitCode, benchmark.items]).toEqual([0, 24]);
    expect(readFileSync(files.markdown, "utf8")).toContain(
      "| oracle/full | 24 | 100.0 [100.0, 100.0] | +50.0 ",
    );
    expect(readFileSync(files.out, "utf8")).toMatch(/^<!doctype html>/iu);
    const tables = await runObservatory(["crepe", "report", at("drawn"), "--resamples", "20"]);
    expect(tables.stdout).toMatch(/^oracle\/full +24 +100\.0/mu);
  });

  test("asks for every atom of the world with images that it draws, also of few items", async () => {
    const out = at("gated");
    const gated = await evaluate(
      at("drawn"),
      "--gate",
      "--out",
      out,
      "--scorer",
      "oracle/full",
      "pixel-parser",
    );
    expect([gated.exitCode, gated.stderr]).toEqual([
      0,
      expect.stringMatching(/gate: 58 of 58 atoms recognised alone\n[^]*gate: 5\d of 58 atoms/u),
    ]);
    expect(readResults(out, "pixel-parser").gate?.atoms.every(({ probes }) => probes >= 12)).toBe(true);
  });

  test("has nothing to report before, and says what to do", async () => {
    writeFileSync(at("bare.jsonl"), `{"id":"1","image":"1.png","caption":"a dog","negatives":["a cat"]}\n`);
    const told = await runObservatory(["crepe", "report", at("bare.jsonl"), "--results", at("bare")]);
    expect([told.exitCode, told.stderr]).toEqual([
      3,
      expect.stringMatching(/no results yet\n +Make them: obs/u),
    ]);
  });

  test("takes vectors, and says what reference scorers cannot score", async () => {
    const item = `{"id":"1","image":"1.png","caption":"a red dog","negatives":["a blue dog"]}\n`;
    writeFileSync(at("one.jsonl"), item);
    const vectors = [
      { image: "1.png", vector: [1, 0] },
      { text: "a red dog", vector: [1, 1] },
      { text: "a blue dog", vector: [0, 1] },
    ];
    writeFileSync(at("mine.jsonl"), vectors.map((vector) => JSON.stringify(vector)).join("\n"));
    const run = (scorer: string) => evaluate(at("one.jsonl"), "--out", at("one"), "--scorer", scorer);
    const scored = await run(`embeddings:${at("mine.jsonl")}`);
    expect([scored.exitCode, scored.stderr]).toEqual([0, expect.stringMatching(/R@1 100\.0 %/u)]);
    const report = ["crepe", "report", at("one.jsonl"), "--results", at("one"), "--out", at("one.html")];
    expect((await runObservatory(report)).exitCode).toBe(0);
    expect(readFileSync(at("one.html"), "utf8")).toMatch(/^<!doctype html>/iu);
    const refused = await Promise.all(["oracle/full", "oracle/some", "blind/some"].map(run));
    expect(
      refused.map(({ exitCode, stderr }) => [exitCode, stderr.split("\n").find((line) => line !== "")]),
    ).toEqual([
      [3, expect.stringMatching(/1 carries no exact graph/u)],
      [2, expect.stringMatching(/no oracle\/some/u)],
      [2, expect.stringMatching(/no scorer blind\/some/u)],
    ]);
  });
});

describe("crepe evaluate with two ONNX towers", () => {
  test("scores a drawn benchmark, and the same again from what it kept", async () => {
    const flags = ["--world", "--set", "pairs", "--items", "24", "--out", at("pairs")];
    expect((await runObservatory(["crepe", "generate", ...flags])).exitCode).toBe(0);
    const flagsOf = ["--scorer", `onnx:${fixture("tiny-siglip")}`, "--resamples", "20", "--threads", "2"];
    const first = await evaluate(at("pairs"), ...flagsOf);
    expect([first.exitCode, first.stderr]).toEqual([0, expect.stringMatching(/24 scored, 0 lost/u)]);
    const results = readResults(at("pairs"), "onnx/tiny-siglip");
    expect(results.rows).toHaveLength(24);
    expect(new Set(results.rows.map(({ positive }) => positive)).size).toBe(24);
    const again = await evaluate(at("pairs"), ...flagsOf, "--json");
    expect([again.exitCode, again.stdout]).toEqual([0, expect.stringMatching(/"kind": "embedding"/u)]);
    expect(readResults(at("pairs"), "onnx/tiny-siglip")).toEqual(results);
  });

  test.skipIf(items === undefined || items === null)(
    "gives each SugarCrepe item on photos the scores that Python gives",
    async () => {
      const photos = items ?? "";
      const where = ["--images", dirname(photos), "--out", at("sugar"), "--resamples", "20"];
      const scorers = ["tiny-clip", "tiny-siglip"].map((name) => `onnx:${fixture(name)}`);
      const scored = await evaluate(photos, ...where, "--threads", "2", "--scorer", ...scorers);
      expect([scored.exitCode, scored.stderr]).toEqual([0, expect.stringMatching(/149 scored, 0 lost/u)]);
      const reference = readJson(fixture("reference.json"));
      for (const name of ["tiny-clip", "tiny-siglip"] as const) {
        const { rows } = readResults(at("sugar"), `onnx/${name}`);
        expect(rows).toHaveLength(149);
        for (const { item, positive, negatives } of rows) {
          const wanted = valueAt(reference, [name, "scores", item]);
          const found = [positive, ...negatives];
          const difference = Math.max(
            ...found.map((score, i) => Math.abs(score - Number(valueAt(wanted, [String(i)])))),
          );
          expect([item, difference < 1e-4]).toEqual([item, true]);
        }
      }
    },
  );

  test("says what is missing", async () => {
    writeFileSync(
      at("items.jsonl"),
      `{"id":"1","image":"1.png","caption":"a red dog","negatives":["a blue dog"]}\n`,
    );
    mkdirSync(at("empty"));
    writeFileSync(at("1.png"), "");
    const scorer = ["--scorer", `onnx:${fixture("tiny-clip")}`];
    const cases: readonly [readonly string[], number, RegExp][] = [
      [[at("items.jsonl"), ...scorer], 2, /no place for results.*\n.*--out DIR/u],
      [[at("items.jsonl"), "--out", at("o"), ...scorer], 2, /where the images are/u],
      [
        [at("items.jsonl"), "--out", at("o"), "--images", at("pictures"), ...scorer],
        3,
        /cannot read the directory/u,
      ],
      [
        [at("items.jsonl"), "--out", at("o"), "--images", at("empty"), ...scorer],
        3,
        /none of the 1 images is in .*: 1\.png\n.*VG_100K/u,
      ],
      [
        [at("items.jsonl"), "--out", at("o"), "--images", directory.path, "--scorer", `onnx:${at("none")}`],
        3,
        /none is not a folder of two towers/u,
      ],
      [[at("items.jsonl"), "--out", at("o"), "--scorer", "clip"], 2, /there is no scorer clip[^]*onnx:DIR/u],
    ];
    const runs = await Promise.all(cases.map(([flags]) => evaluate(...flags)));
    expect(
      runs.map(({ exitCode, stderr }, i) => [exitCode, stderr.match(cases[i]?.[2] ?? /$^/u) !== null]),
    ).toEqual(cases.map(([, exitCode]) => [exitCode, true]));
  });
});
