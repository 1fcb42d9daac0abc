import { PrivacyError, UsageError } from "@observatory/core";
import { createFakeEmbedder, createTemporaryDirectory } from "@observatory/core/testing";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readAssignments } from "./assignments.ts";
import { createLexicalAnalyst } from "./lexical-analyst.ts";
import { runClio } from "./pipeline.ts";
import type { ClioRunOptions } from "./clio-run-options.ts";

const subjects = ["repair my printer", "bake a chocolate cake", "book a cheap flight"];

async function writeChats(directory: string): Promise<string> {
  const input = join(directory, "chats.jsonl");
  const lines = Array.from({ length: 360 }, (_, i) => ({
    id: `c${i}`,
    account: `a${i % 180}`,
    messages: [{ role: "user", content: `How do I ${subjects[i % 3] ?? ""} number ${i}?` }],
  }));
  await writeFile(input, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return input;
}

test("a release under differential privacy holds what was paid for, is paid for once, and stops at the limit", async () => {
  using temporary = createTemporaryDirectory();
  const input = await writeChats(temporary.path);
  const out = join(temporary.path, "run");
  const project = join(temporary.path, "project");
  const run = (privacy: ClioRunOptions["privacy"], more: Partial<ClioRunOptions> = {}) =>
    runClio([input], {
      out,
      analyst: createLexicalAnalyst(),
      embedder: createFakeEmbedder(),
      threads: 1,
      project,
      privacy,
      ...more,
    });
  const countSpent = async () =>
    (await readFile(join(project, "ledger.jsonl"), "utf8"))
      .split("\n")
      .filter((line) => line.includes('"budget"')).length;

  await expect(run({ epsilon: 8 }, { overlays: ["model"] })).rejects.toThrow(UsageError);
  const { release } = await run({ epsilon: 8, epsilonLimit: 10 });
  expect(release.release).toMatchObject({
    epsilon: 8,
    differentialPrivacy: { unit: "account", delta: 1e-6 },
  });
  expect([release.overlays, release.timeline]).toEqual([null, null]);
  expect((await readdir(join(out, "release"))).toSorted()).toEqual([
    "clusters.json",
    "map.json",
    "release.json",
  ]);
  expect(release.clusters.clusters.length).toBeGreaterThan(0);
  for (const { name } of release.clusters.clusters) expect(name).not.toMatch(/\d/u);
  let assigned = 0;
  for await (const { path } of readAssignments(out)) if (path.length > 0) assigned++;
  expect(assigned).toBe(360);

  // The same again draws nothing: the same bytes, and nothing spent.
  const bytes = await readFile(join(out, "release", "clusters.json"));
  await run({ epsilon: 8, epsilonLimit: 10 });
  expect(await readFile(join(out, "release", "clusters.json"))).toEqual(bytes);
  expect(await countSpent()).toBe(1);

  // What was paid for and lost would be paid for anew, and that is more than the limit: nothing is published.
  const noise = (await readdir(join(out, "private"))).find((name) => name.startsWith("noise-")) ?? "";
  await rm(join(out, "private", noise, "findings.json"));
  await expect(run({ epsilon: 8 })).rejects.toThrow(PrivacyError);
  expect(await countSpent()).toBe(1);
  // Neither does what was there before, under whatever settings, pass for it.
  expect(await readdir(join(out, "release"))).toEqual([]);
}, 120_000);
