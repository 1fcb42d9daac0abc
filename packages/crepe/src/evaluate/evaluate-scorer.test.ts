import { failed, succeeded, workerEntry, type ProgressEvent } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evaluateScorer } from "./evaluate-scorer.ts";
import { loadEvaluatedRows } from "./load-evaluated-rows.ts";
import type { Question, Scorer } from "./scorer.ts";

/** A scorer that gives longer captions more, and none to items whose id is among `blind`; it notes what it is asked. */
function createNotingScorer(blind: readonly string[] = []): Scorer & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    info: { id: "longer", kind: "reference", details: {} },
    async *score(questions: Iterable<Question>) {
      for (const { row, type, captions } of questions) {
        asked.push(`${row.id} ${type}`);
        yield blind.includes(row.id) ? failed("no-image") : succeeded(captions.map(({ length }) => length));
      }
    },
    close: async () => {},
  };
}

function writeItems(path: string, count: number): string {
  const lines = Array.from({ length: count }, (_, i) =>
    JSON.stringify({
      id: `i${i}`,
      image: `${i}.png`,
      caption: "a red dog",
      negatives: [
        { text: i % 2 === 0 ? "a dog" : "a large red dog", type: "atom" },
        { text: "a dog on it", type: "swap" },
      ],
    }),
  );
  writeFileSync(path, lines.join("\n"));
  return path;
}

describe("evaluateScorer", () => {
  test("asks for each type of each item and writes what came", async () => {
    using directory = createTemporaryDirectory();
    const rows = await loadEvaluatedRows([writeItems(join(directory.path, "items.jsonl"), 4)]);
    const scorer = createNotingScorer();
    const out = join(directory.path, "out");
    const { path, results } = await evaluateScorer(scorer, rows, { out, seed: 1, resamples: 20 });
    expect(scorer.asked).toEqual([0, 1, 2, 3].flatMap((i) => [`i${i} atom`, `i${i} swap`]));
    expect(results.rows.slice(0, 2)).toMatchObject([
      { item: "i0", type: "atom", positive: 9, negatives: [5], rank: 1 },
      { item: "i0", type: "swap", positive: 9, negatives: [11], rank: 2 },
    ]);
    expect(results.benchmark.name).toBe("items.jsonl");
    expect(readdirSync(join(out, "results"))).toEqual(["longer.json"]);
    expect(path).toBe(join(out, "results", "longer.json"));
    expect(readdirSync(join(out, ".scoring"))).toEqual([]);
  });

  test("says before anything is scored that a scorer without vectors has no ranks in the whole set", async () => {
    using directory = createTemporaryDirectory();
    const rows = await loadEvaluatedRows([writeItems(join(directory.path, "items.jsonl"), 2)]);
    const told: string[] = [];
    const { results } = await evaluateScorer(createNotingScorer(), rows, {
      out: directory.path,
      seed: 1,
      resamples: 20,
      fullSet: true,
      onEvent: (event) => told.push(event.type === "warning" ? event.message : event.type),
    });
    expect(told[0]).toBe("longer compares no vectors, so it has no scores over the whole set");
    expect(results.fullSet).toBeUndefined();
  });

  test("counts what has no score, says which, and tries it again the next time", async () => {
    using directory = createTemporaryDirectory();
    const rows = await loadEvaluatedRows([writeItems(join(directory.path, "items.jsonl"), 9)]);
    const events: ProgressEvent[] = [];
    const options = {
      out: directory.path,
      seed: 1,
      resamples: 20,
      onEvent: (e: ProgressEvent) => events.push(e),
    };
    const some = await evaluateScorer(createNotingScorer(["i1", "i3"]), rows, options);
    expect(some.results.losses).toEqual({ "no-image": 4 });
    expect(some.results.rows).toHaveLength(14);
    expect(events).toContainEqual({
      type: "warning",
      code: "no-image",
      message: "4 without a score (no-image): 1.png, 3.png",
      hint: "Check --images: the image is not there.",
    });
    const all = await evaluateScorer(createNotingScorer(), rows, options);
    expect(all.results.losses).toEqual({});
    expect(all.results.rows).toHaveLength(18);
  });

  test("keeps what was scored before a failure, and asks for the rest alone", async () => {
    using directory = createTemporaryDirectory();
    const rows = await loadEvaluatedRows([writeItems(join(directory.path, "items.jsonl"), 10)]);
    const good = createNotingScorer();
    const failing: Scorer = {
      ...good,
      async *score(questions) {
        let left = 13;
        for await (const outcome of good.score(questions)) {
          if (left-- === 0) throw new Error("out of memory");
          yield outcome;
        }
      },
    };
    const options = { out: directory.path, seed: 1, resamples: 20 };
    await expect(evaluateScorer(failing, rows, options)).rejects.toThrow("out of memory");
    expect(existsSync(join(directory.path, "results"))).toBe(false);
    const rest = createNotingScorer();
    const { results } = await evaluateScorer(rest, rows, options);
    expect(rest.asked).toHaveLength(7);
    const fresh = createTemporaryDirectory();
    const whole = await evaluateScorer(createNotingScorer(), rows, { ...options, out: fresh.path });
    expect(results).toEqual(whole.results);
    fresh[Symbol.dispose]();
  });

  test("says what to check where nothing can be scored, and refuses results of another configuration first", async () => {
    using directory = createTemporaryDirectory();
    const rows = await loadEvaluatedRows([writeItems(join(directory.path, "items.jsonl"), 2)]);
    const options = { out: directory.path, seed: 1, resamples: 20 };
    await expect(evaluateScorer(createNotingScorer(["i0", "i1"]), rows, options)).rejects.toThrow(
      "longer could not score any item: no-image 4",
    );
    await evaluateScorer(createNotingScorer(), rows, options);
    const other = createNotingScorer();
    const changed = { ...other, info: { ...other.info, details: { weights: "v2" } } };
    await expect(evaluateScorer(changed, rows, options)).rejects.toThrow(/another scorer/u);
    expect(other.asked).toEqual([]);
  });

  test("merges runs over parts into what one run gives, and scores nothing twice", async () => {
    using directory = createTemporaryDirectory();
    const rows = await loadEvaluatedRows([writeItems(join(directory.path, "items.jsonl"), 6)]);
    const options = { out: join(directory.path, "parts"), seed: 1, resamples: 20 };
    const first = createNotingScorer();
    const part = await evaluateScorer(first, rows, { ...options, limit: 2 });
    expect([part.results.rows.length, part.results.losses]).toEqual([4, { "not-asked": 8 }]);
    const rest = createNotingScorer();
    const { results } = await evaluateScorer(rest, rows, options);
    expect(rest.asked).toEqual([2, 3, 4, 5].flatMap((i) => [`i${i} atom`, `i${i} swap`]));
    const whole = await evaluateScorer(createNotingScorer(), rows, { ...options, out: directory.path });
    expect(results).toEqual(whole.results);
    const fewer = await evaluateScorer(createNotingScorer(), rows, { ...options, limit: 1 });
    expect(fewer.results).toEqual(whole.results);
    const other = evaluateScorer(createNotingScorer(), rows, { ...options, ties: "optimistic" });
    await expect(other).rejects.toThrow(/another policy for ties/u);
  });

  test("refuses scores that do not fit the captions", async () => {
    using directory = createTemporaryDirectory();
    const rows = await loadEvaluatedRows([writeItems(join(directory.path, "items.jsonl"), 2)]);
    const scorer: Scorer = {
      ...createNotingScorer(),
      async *score() {
        yield succeeded([1, Number.NaN]);
      },
    };
    const options = { out: directory.path, seed: 1, resamples: 20 };
    await expect(evaluateScorer(scorer, rows, options)).rejects.toThrow(/no score for each caption of i0/u);
  });
});

test("killed twice among 2,000 questions, it asks again only for the few that had not gone to disk", async () => {
  using directory = createTemporaryDirectory();
  const at = (name: string) => join(directory.path, name);
  const items = writeItems(at("items.jsonl"), 1_000);
  const run = (stopAfter: number | null) =>
    runChild({ items, out: at("out"), notes: at("notes"), stopAfter });
  await run(700);
  await run(700);
  await run(null);
  const asked = readFileSync(at("notes"), "utf8").trimEnd().split("\n");
  expect(new Set(asked).size).toBe(2_000);
  // Scores go to disk 64 together: of 700, 640 are there.
  expect(asked.length).toBe(2_000 + 2 * 60);
  const lines = readFileSync(at("out/results/noting.json"), "utf8").trimEnd().split("\n");
  expect(new Set(lines).size).toBe(2_000 + 2);
});

/** Evaluates in a process of its own, which is killed when it says that it has scored so many questions. */
async function runChild({
  items,
  stopAfter,
  ...options
}: {
  readonly items: string;
  readonly out: string;
  readonly notes: string;
  readonly stopAfter: number | null;
}): Promise<void> {
  const module = workerEntry("./evaluate-scorer.test.child.js", import.meta.url).href;
  const source = `
    import { evaluateNoting } from ${JSON.stringify(module)};
    const onStop = () => process.stdout.write("stopped");
    await evaluateNoting(${JSON.stringify(items)}, { ...${JSON.stringify({ ...options, stopAfter })}, onStop });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout.once("data", () => child.kill("SIGKILL"));
  const [, signal] = await once(child, "exit");
  expect(signal).toBe(stopAfter === null ? null : "SIGKILL");
}
