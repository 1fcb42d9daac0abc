import { createRandom, workerEntry } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { openCallJournal, openVectorCache, readRunRecord } from "../index.ts";
import { askJournal, crashVector, runStages } from "./crash.test.child.ts";

const childModule = workerEntry("./crash.test.child.js", import.meta.url).href;

interface Child {
  readonly process: ChildProcess;
  /** What it tells, line by line. */
  readonly lines: AsyncIterator<string>;
  /** Settles with whether it was killed. */
  readonly wasKilled: Promise<boolean>;
}

/** Starts one of the child's functions; `tell` writes a line to standard output. */
function startChild(call: string): Child {
  const source = `
    import { fillCache, fillJournal, holdRun, runStages } from ${JSON.stringify(childModule)};
    const tell = (value) => process.stdout.write(String(value) + "\\n");
    const end = new Promise((resolve) => process.stdin.on("end", resolve).resume());
    await ${call};
    process.exit(0);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const wasKilled = once(child, "exit").then(([, signal]) => signal === "SIGKILL");
  return {
    process: child,
    lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
    wasKilled,
  };
}

/** Content of all files below `private/`, but for the times in `done.json`. */
function contentOf(run: string): Record<string, string> {
  const directory = join(run, "private");
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const contents = files.map((file) => {
    const path = join(file.parentPath, file.name);
    const isDone = file.name === "done.json";
    const text = isDone
      ? readFileSync(path, "utf8").replace(/"durationMs": \d+/u, "")
      : readFileSync(path, "base64");
    return [path.slice(directory.length), text] as const;
  });
  return Object.fromEntries(contents.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

test("a run that is killed at random moments goes on and ends with the same bytes", async () => {
  using directory = createTemporaryDirectory();
  const [whole, killed] = [join(directory.path, "whole"), join(directory.path, "killed")];
  await runStages(whole, () => {});
  const random = createRandom("kills");
  let kills = 0;
  for (let attempt = 0; ; attempt++) {
    const child = startChild(`runStages(${JSON.stringify(killed)}, () => tell("begun"))`);
    await child.lines.next();
    // Later attempts live longer, so that the run ends on any machine.
    const timer = setTimeout(() => child.process.kill("SIGKILL"), 30 + random.integer(150) + 200 * attempt);
    const wasKilled = await child.wasKilled;
    clearTimeout(timer);
    if (!wasKilled) break;
    kills++;
  }
  expect(kills).toBeGreaterThan(0);
  expect(contentOf(killed)).toEqual(contentOf(whole));
  const counts = { rows: 2000 };
  expect(await readRunRecord(killed)).toMatchObject({
    status: "done",
    stages: { import: { counts }, map: { counts }, sort: { counts } },
  });
  expect(readdirSync(killed).toSorted()).toEqual(["events.jsonl", "private", "release", "run.json"]);
  const events = readFileSync(join(killed, "events.jsonl"), "utf8").trimEnd().split("\n");
  for (const line of events) expect(line).toMatch(/^\{"at".*\}$/u);
});

test("a cache that is killed at random moments keeps all that it promised", async () => {
  using directory = createTemporaryDirectory();
  const random = createRandom("kills");
  let promised = 0;
  for (let attempt = 0; attempt < 4; attempt++) {
    const child = startChild(`fillCache(${JSON.stringify(directory.path)}, tell)`);
    const puts = 1 + random.integer(20);
    for (let put = 0; put < puts; put++) promised = Number((await child.lines.next()).value);
    // It goes on writing until the signal reaches it.
    child.process.kill("SIGKILL");
    expect(await child.wasKilled).toBe(true);
    await using cache = await openVectorCache(directory.path, { embedderId: "fake/crash@1", dimensions: 64 });
    const texts = Array.from({ length: promised }, (_, i) => `text ${i}`);
    expect(await cache.getMany(texts)).toEqual(texts.map(crashVector));
  }
  expect(promised).toBeGreaterThan(0);
});

test("journals that are killed at random moments keep every reply that was given out", async () => {
  using directory = createTemporaryDirectory();
  const random = createRandom("kills");
  const givenOut = new Set<number>();
  let paid = 0;
  for (let attempt = 0; attempt < 3; attempt++) {
    // Two at once, on the same calls from different ends of what the last ones left.
    const children = [0, 150].map((first) =>
      startChild(`fillJournal(${JSON.stringify(directory.path)}, ${first}, tell)`),
    );
    for (const child of children) {
      const lines = 50 + random.integer(300);
      for (let line = 0; line < lines; line++) {
        const [number = "", how] = String((await child.lines.next()).value).split(" ");
        givenOut.add(Number(number));
        if (how === "paid") paid++;
      }
    }
    // They go on writing until the signal reaches them.
    for (const child of children) child.process.kill("SIGKILL");
    expect(await Promise.all(children.map(({ wasKilled }) => wasKilled))).toEqual([true, true]);
    await using journal = await openCallJournal(directory.path, { scope: "another run" });
    for (const number of givenOut) expect(await askJournal(journal, number)).toBe(false);
  }
  expect(paid).toBeGreaterThan(0);
});

test("of processes that race for a dead owner's run directory exactly one gets it", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "run");
  const start = () => startChild(`holdRun(${JSON.stringify(path)}, tell, end)`);
  const owner = start();
  expect(await owner.lines.next()).toMatchObject({ value: "held" });
  owner.process.kill("SIGKILL");
  await owner.wasKilled;

  const racers = Array.from({ length: 4 }, start);
  const results = await Promise.all(racers.map(async ({ lines }) => String((await lines.next()).value)));
  expect(results.filter((result) => result === "held")).toHaveLength(1);
  const winner = racers[results.indexOf("held")]?.process.pid ?? 0;
  for (const result of results) expect(["held", `${path} is in use by process ${winner}`]).toContain(result);
  for (const racer of racers) racer.process.stdin?.end();
  await Promise.all(racers.map(({ wasKilled }) => wasKilled));
});
