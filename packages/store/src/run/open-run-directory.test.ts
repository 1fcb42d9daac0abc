import { StateError, UsageError, type ProgressEvent } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryPathFor } from "../files/temporary-files.ts";
import { openRunDirectory } from "./open-run-directory.ts";
import { readRunRecord } from "./run-record.ts";

const writeTo =
  (name: string) =>
  async ({ directory }: { readonly directory: string }) => {
    writeFileSync(join(directory, name), "output");
    return { rows: 3 };
  };

test("a new run has its layout, its record and its events", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "run");
  {
    await using run = await openRunDirectory(path, { create: true, clock: () => 0 });
    expect(statSync(run.privatePath).mode & 0o777).toBe(0o700);
    expect(existsSync(run.releasePath)).toBe(true);
    await run.updateRecord({
      seed: 7,
      analyst: "lexical@1",
      inputs: [{ name: "a.jsonl", sha256: "00", bytes: 1 }],
    });
    await run.finish("done");
  }
  expect(readdirSync(path).toSorted()).toEqual(["events.jsonl", "private", "release", "run.json"]);
  expect(await readRunRecord(path)).toMatchObject({ schema: "observatory/run@1", seed: 7, status: "done" });
  expect(readFileSync(join(path, "events.jsonl"), "utf8").split("\n")).toEqual([
    JSON.stringify({ at: "1970-01-01T00:00:00.000Z", type: "run-start", run: path }),
    JSON.stringify({ at: "1970-01-01T00:00:00.000Z", type: "run-end", status: "done" }),
    "",
  ]);
});

test("a run that is left without an end counts as interrupted", async () => {
  using directory = createTemporaryDirectory();
  await (await openRunDirectory(directory.path, { create: true }))[Symbol.asyncDispose]();
  expect(await readRunRecord(directory.path)).toMatchObject({ status: "interrupted" });
});

test("someone else's folder, a file and a missing path are refused and stay as they are", async () => {
  using directory = createTemporaryDirectory();
  const file = join(directory.path, "notes.txt");
  writeFileSync(file, "mine");
  await expect(openRunDirectory(directory.path, { create: true })).rejects.toThrow(UsageError);
  await expect(openRunDirectory(file, { create: true })).rejects.toThrow(UsageError);
  await expect(openRunDirectory(join(directory.path, "none"))).rejects.toThrow(UsageError);
  await expect(readRunRecord(directory.path)).rejects.toThrow(UsageError);
  expect(readdirSync(directory.path)).toEqual(["notes.txt"]);
});

test("a newer or damaged record is refused with the reason, without the lock staying", async () => {
  using directory = createTemporaryDirectory();
  const record = join(directory.path, "run.json");
  writeFileSync(record, JSON.stringify({ schema: "observatory/run@2" }));
  await expect(openRunDirectory(directory.path)).rejects.toThrow(/newer version \(observatory\/run@2/u);
  for (const content of [
    "{",
    "[]",
    '{"schema":"other@1"}',
    '{"schema":"observatory/run@1","seed":"secret"}',
  ]) {
    writeFileSync(record, content);
    const failure = await openRunDirectory(directory.path).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StateError);
    expect(failure).not.toMatchObject({ message: expect.stringContaining("secret") });
  }
  expect(readdirSync(directory.path)).toEqual(["run.json"]);
});

test("a second writer is refused while the first works; a reader is not", async () => {
  using directory = createTemporaryDirectory();
  await using run = await openRunDirectory(directory.path, { create: true });
  await expect(openRunDirectory(run.path, { create: true })).rejects.toThrow(/in use by process/u);
  expect(await readRunRecord(directory.path)).toMatchObject({ status: "running" });
});

test("opening cuts off a torn event and removes leftovers of a killed writer", async () => {
  using directory = createTemporaryDirectory();
  await (await openRunDirectory(directory.path, { create: true }))[Symbol.asyncDispose]();
  const events = join(directory.path, "events.jsonl");
  appendFileSync(events, '{"at":"19');
  writeFileSync(temporaryPathFor(join(directory.path, "run.json")), "{");
  mkdirSync(temporaryPathFor(join(directory.path, "private", "sort")));
  await (await openRunDirectory(directory.path))[Symbol.asyncDispose]();
  const lines = readFileSync(events, "utf8").trimEnd().split("\n");
  expect(lines).toHaveLength(4);
  for (const line of lines) expect(line).toMatch(/^\{.*\}$/u);
  expect(readdirSync(directory.path).toSorted()).toEqual(["events.jsonl", "private", "release", "run.json"]);
  expect(readdirSync(join(directory.path, "private"))).toEqual([]);
});

test("a finished stage is reused under the same inputs and done anew under others", async () => {
  using directory = createTemporaryDirectory();
  const events: ProgressEvent[] = [];
  await using run = await openRunDirectory(directory.path, {
    create: true,
    onEvent: (event) => events.push(event),
  });
  const first = await run.stage("import", { seed: 1 }, writeTo("a"));
  const again = await run.stage("import", { seed: 1 }, () => Promise.reject(new Error("must not run")));
  expect(again).toEqual(first);
  expect(first.counts).toEqual({ rows: 3 });
  const other = await run.stage("import", { seed: 2 }, writeTo("a"));
  expect(other.key).not.toBe(first.key);
  expect(events.filter(({ type }) => type === "stage-end")).toMatchObject([
    { status: "done", counts: { rows: 3 } },
    { status: "reused", counts: { rows: 3 } },
    { status: "done" },
  ]);
  expect(run.record.stages).toMatchObject({
    import: { key: other.key, status: "done", counts: { rows: 3 } },
  });
  expect(await run.removeStale([other.key])).toEqual([`import-${first.key.slice(0, 12)}`]);
  expect(readdirSync(run.privatePath)).toEqual([`import-${other.key.slice(0, 12)}`]);
});

test("an unfinished stage runs again in the same directory and keeps what it used", async () => {
  using directory = createTemporaryDirectory();
  await using run = await openRunDirectory(directory.path, { create: true });
  const failing = run.stage("facets", 1, async ({ directory, recordUsage }) => {
    writeFileSync(join(directory, "part"), "1");
    await recordUsage({ calls: 2, costUsd: 0.5 });
    throw new Error("cut short");
  });
  await expect(failing).rejects.toThrow("cut short");
  expect(run.record.stages).toMatchObject({ facets: { status: "failed", usage: { calls: 2 } } });
  const { counts } = await run.stage("facets", 1, async ({ directory, recordUsage }) => {
    for (let i = 0; i < 2; i++)
      await recordUsage({ calls: 3, inputTokens: 10, cachedInputTokens: 4, costUsd: 0.7, reusedCalls: 1 });
    return { parts: readdirSync(directory).length };
  });
  expect(counts).toEqual({ parts: 1 });
  expect(run.record.stages).toMatchObject({
    facets: {
      status: "done",
      usage: { calls: 3, inputTokens: 10, outputTokens: 0, costUsd: 0.7, reusedCalls: 1 },
    },
  });
});

test("a record of before usage told of caches and reuse still loads, with zeros", async () => {
  using directory = createTemporaryDirectory();
  {
    await using run = await openRunDirectory(directory.path, { create: true });
    await run.stage("facets", 1, writeTo("a"));
  }
  const path = join(directory.path, "run.json");
  const usage = { calls: 2, inputTokens: 10, outputTokens: 3, costUsd: 0.5 };
  const record = await readRunRecord(directory.path);
  const stages = Object.fromEntries(
    Object.entries(record.stages).map(([name, stage]) => [name, { ...stage, usage }]),
  );
  writeFileSync(path, JSON.stringify({ ...record, stages }));
  expect((await readRunRecord(directory.path)).stages["facets"]?.usage).toEqual({
    ...usage,
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
    reusedCalls: 0,
  });
});

test("an aborted stage is interrupted and not finished", async () => {
  using directory = createTemporaryDirectory();
  await using run = await openRunDirectory(directory.path, { create: true });
  const controller = new AbortController();
  const work = async (): Promise<Record<string, number>> => {
    controller.abort();
    return {};
  };
  await expect(run.stage("embed", 1, work, { signal: controller.signal })).rejects.toThrow(/abort/iu);
  expect(run.record.stages).toMatchObject({ embed: { status: "interrupted" } });
  await run.stage("embed", 1, writeTo("a"));
  expect(run.record.stages).toMatchObject({ embed: { status: "done" } });
});

test("a stage whose output went missing warns and runs again", async () => {
  using directory = createTemporaryDirectory();
  const events: ProgressEvent[] = [];
  await using run = await openRunDirectory(directory.path, {
    create: true,
    onEvent: (event) => events.push(event),
  });
  const { directory: output } = await run.stage("map", 1, writeTo("a"));
  rmSync(join(output, "a"));
  await run.stage("map", 1, writeTo("a"));
  expect(existsSync(join(output, "a"))).toBe(true);
  expect(events).toContainEqual(expect.objectContaining({ type: "warning", code: "stage-damaged" }));
});

test("progress is passed on each time and written at most once a second", async () => {
  using directory = createTemporaryDirectory();
  let now = 0;
  let passedOn = 0;
  await using run = await openRunDirectory(directory.path, {
    create: true,
    clock: () => now,
    onEvent: ({ type }) => void (passedOn += type === "stage-progress" ? 1 : 0),
  });
  await run.stage("map", 1, async ({ report }) => {
    for (let done = 1; done <= 30; done++) {
      now += 100;
      report(done, 30);
    }
    return {};
  });
  expect(passedOn).toBe(30);
  const written = readFileSync(join(directory.path, "events.jsonl"), "utf8").match(/stage-progress/gu);
  expect(written).toHaveLength(3);
});

test("a clock that is set back meanwhile leaves a record that can be read, and its events", async () => {
  using directory = createTemporaryDirectory();
  let now = 1e12;
  const clock = (): number => (now -= 60_000);
  {
    await using run = await openRunDirectory(directory.path, { create: true, clock });
    await run.stage("map", 1, async ({ report }) => {
      for (let done = 1; done <= 3; done++) report(done, 3);
      return {};
    });
    await expect(run.stage("map", 2, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  }
  expect((await readRunRecord(directory.path)).stages["map"]).toMatchObject({
    status: "failed",
    durationMs: 0,
  });
  const written = readFileSync(join(directory.path, "events.jsonl"), "utf8").match(/stage-progress/gu);
  expect(written).toHaveLength(3);
});

test("a closed run directory takes no change and drops late events", async () => {
  using directory = createTemporaryDirectory();
  const run = await openRunDirectory(directory.path, { create: true });
  const unwaited = run.updateRecord({ seed: 1 });
  await run[Symbol.asyncDispose]();
  await unwaited;
  expect(await readRunRecord(directory.path)).toMatchObject({ seed: 1, status: "interrupted" });
  const events = readFileSync(join(directory.path, "events.jsonl"), "utf8");
  run.appendEvent({ type: "stage-progress", stage: "map", done: 1, total: 2 });
  await expect(run.updateRecord({ seed: 2 })).rejects.toThrow(StateError);
  expect(readFileSync(join(directory.path, "events.jsonl"), "utf8")).toBe(events);
  await (await openRunDirectory(directory.path))[Symbol.asyncDispose]();
});
