import { InputError, parseJson, workerEntry, type ProgressEvent } from "@observatory/core";
import { createTemporaryDirectory, findRealFile, readRealLines } from "@observatory/core/testing";
import { readTableFile } from "@observatory/store";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { parseCaption } from "../captions/parse/parse-caption.ts";
import { buildVocabulary, type BuildVocabularyOptions } from "./build-vocabulary.ts";
import { toEntries } from "./count-captions.ts";
import { loadVocabulary } from "./load-vocabulary.ts";
import { vocabularyColumns } from "./vocabulary-file.ts";

const captions = [
  "a red dog on a wooden table",
  "a red dog and a red ball",
  "a black cat on a wooden table",
  "two dogs",
];

interface Built {
  readonly summary: Awaited<ReturnType<typeof buildVocabulary>>;
  readonly entries: readonly string[];
  readonly events: readonly ProgressEvent[];
}

async function buildFrom(paths: readonly string[], options: BuildVocabularyOptions): Promise<Built> {
  const events: ProgressEvent[] = [];
  const summary = await buildVocabulary(paths, { ...options, onEvent: (event) => events.push(event) });
  const entries: string[] = [];
  for await (const rows of readTableFile(summary.path, vocabularyColumns)) {
    for (const { kind, subject, attribute, relation, object, captions: count } of rows)
      entries.push(
        [kind, subject, attribute, relation, object].filter((word) => word !== null).join("|") + ` ${count}`,
      );
  }
  return { summary, entries, events };
}

/** What should come out, counted without chunks, threads and files. */
function countPlainly(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const entry of toEntries(parseCaption(text))) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return counts;
}

test("atoms and compounds are counted once a caption, and looked up by their words", async () => {
  using temporary = createTemporaryDirectory();
  const input = join(temporary.path, "captions.txt");
  writeFileSync(input, captions.join("\n"));
  const { summary, entries } = await buildFrom([input], {
    out: join(temporary.path, "toy"),
    threads: 2,
    chunkSize: 1,
  });
  expect(entries).toContain("object|dog 3");
  expect(entries).toContain("attribute-object|red|dog 2");
  expect(entries).toContain("attribute|red 2");
  expect(entries).toContain("subject-relation-object|cat|on|table 1");
  expect(entries).toHaveLength(countPlainly(captions).size);
  expect(summary).toMatchObject({
    name: "toy",
    captions: 4,
    losses: {},
    sources: [{ file: "captions.txt", captions: 4 }],
  });

  const vocabulary = await loadVocabulary(summary.path);
  expect(vocabulary.name).toBe("toy");
  expect(vocabulary.countAtom("object", "Dog")).toBe(3);
  expect(vocabulary.countAtom("attribute", "dog")).toBe(0);
  expect(vocabulary.countAtom("relation", "on")).toBe(2);
  expect(vocabulary.countCompound("red dog")).toBe(2);
  expect(vocabulary.countCompound("cat on table")).toBe(1);
  expect(vocabulary.countCompound("red cat")).toBe(0);
  expect(readdirSync(temporary.path).toSorted()).toEqual(["captions.txt", "toy.json", "toy.parquet"]);
});

test("where nothing is found the error says so and no file is left", async () => {
  using temporary = createTemporaryDirectory();
  const [input, out] = [join(temporary.path, "captions.txt"), join(temporary.path, "words")];
  for (const [text, error] of [
    ["\n \n", "no caption was found (lost: 2 empty)"],
    ["of the\n!!!\n12", "none of 3 captions names an object"],
  ] as const) {
    writeFileSync(input, text);
    await expect(buildVocabulary([input], { out, threads: 1 })).rejects.toThrow(error);
  }
  expect(readdirSync(temporary.path)).toEqual(["captions.txt"]);
  await expect(buildVocabulary([], { out })).rejects.toThrow(InputError);
});

test("an empty file among others is a warning", async () => {
  using temporary = createTemporaryDirectory();
  const paths = ["empty.jsonl", "full.txt"].map((name) => join(temporary.path, name));
  writeFileSync(paths[0] ?? "", "");
  writeFileSync(paths[1] ?? "", captions.join("\n"));
  const { events } = await buildFrom(paths, { out: join(temporary.path, "words"), threads: 1 });
  expect(events[0]).toMatchObject({ type: "warning", code: "empty-source" });
  expect(events.at(-1)).toMatchObject({ type: "stage-end", stage: "sum" });
});

test("an abort ends the work and keeps the finished chunks", async () => {
  using temporary = createTemporaryDirectory();
  const input = join(temporary.path, "captions.txt");
  writeFileSync(input, Array.from({ length: 20 }, () => captions.join("\n")).join("\n"));
  const out = join(temporary.path, "words");
  const controller = new AbortController();
  const options = { out, threads: 1, chunkSize: 4, signal: controller.signal };
  const onEvent = (event: ProgressEvent): void => {
    if (event.type === "stage-progress" && event.done >= 20) controller.abort();
  };
  await expect(buildVocabulary([input], { ...options, onEvent })).rejects.toThrow("abort");
  expect(readdirSync(temporary.path).filter((name) => name.includes(".partial-"))).toHaveLength(1);
  await buildVocabulary([input], { ...options, signal: undefined });
  expect((await loadVocabulary(`${out}.parquet`)).countAtom("object", "dog")).toBe(60);
});

const factual = findRealFile("vision/factual/train.jsonl.gz");

test.skipIf(factual === null)(
  "a build that is killed goes on and ends with the same counts (FACTUAL)",
  async () => {
    using temporary = createTemporaryDirectory();
    const texts: string[] = [];
    for await (const record of readRealLines(factual ?? "")) {
      if (typeof record === "object" && record !== null && "caption" in record)
        texts.push(String(record.caption));
      if (texts.length === 1_200) break;
    }
    const input = join(temporary.path, "captions.txt");
    writeFileSync(input, texts.join("\n"));
    const out = join(temporary.path, "killed.parquet");
    const done: number[] = [];
    for (let kills = 0; ; kills++) {
      const told = await runChild(input, out, kills < 2 ? 400 * (kills + 1) : null);
      done.push(told);
      if (kills === 2) break;
    }
    expect(done.at(-1)).toBe(texts.length);

    const expected = countPlainly(texts);
    const found = new Map<string, number>();
    for await (const rows of readTableFile(out, vocabularyColumns)) {
      for (const { kind, subject, attribute, relation, object, captions: count } of rows)
        found.set(
          [kind, subject, attribute, relation, object].filter((word) => word !== null).join("\t"),
          count,
        );
    }
    expect(found).toEqual(expected);
    const record = parseJson(readFileSync(join(temporary.path, "killed.json"), "utf8"));
    expect(record).toMatchObject({ ok: true, value: { captions: texts.length } });
    expect(readdirSync(temporary.path).toSorted()).toEqual(["captions.txt", "killed.json", "killed.parquet"]);
  },
);

/** Runs the child until it ends, or kills it once it has counted so many captions; the last count it told. */
async function runChild(input: string, out: string, killAt: number | null): Promise<number> {
  const module = workerEntry("./build-vocabulary.test.child.js", import.meta.url).href;
  const source = `
    import { buildInChunks } from ${JSON.stringify(module)};
    await buildInChunks(${JSON.stringify(input)}, ${JSON.stringify(out)}, (done) => process.stdout.write(done + "\\n"));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  let told = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    told = Number(line);
    if (killAt !== null && told >= killAt) child.kill("SIGKILL");
  }
  const [, signal] = await ended;
  expect(signal).toBe(killAt === null ? null : "SIGKILL");
  return told;
}
