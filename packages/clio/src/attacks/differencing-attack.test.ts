import { ignoreEvents } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { writeFileAtomic } from "@observatory/store";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Conversation } from "../conversation.ts";
import { writeConversations } from "../import/write-conversations.ts";
import { createLexicalAnalyst } from "../lexical-analyst.ts";
import { runClio } from "../pipeline.ts";
import { checkRun } from "./check-run.ts";
import { attackByDifferencing } from "./differencing-attack.ts";
import { createDifferencingWorld } from "./differencing-world.ts";
import { differenceReleases } from "./differencing.ts";
import { createWordEmbedder } from "./word-embedder.ts";

test("one account more is seen in exact numbers, and not in two releases of one project", async () => {
  using temporary = createTemporaryDirectory();
  const outcomes = await attackByDifferencing({
    size: "small",
    preset: "explore",
    seed: 0,
    threads: 1,
    work: temporary.path,
    renderReport: undefined,
    print: () => [],
    onEvent: ignoreEvents,
    signal: new AbortController().signal,
  });
  const ofProjects = outcomes.filter(({ variant }) => variant.endsWith("of one project"));
  expect(ofProjects.map(({ off, on, verdict }) => [off.count, on.count, verdict])).toEqual([[1, 0, "holds"]]);
});

test("a second run of a project is its second release, and is checked against the first", async () => {
  using temporary = createTemporaryDirectory();
  const { path } = temporary;
  const { crowd, cover, target } = createDifferencingWorld({ accounts: 60, cover: 30, seed: 0 });
  const project = join(path, "project");
  const run = async (name: string, chats: readonly Conversation[]) => {
    const input = join(path, "chats.jsonl");
    await writeFileAtomic(input, writeConversations(chats));
    return runClio([input], {
      analyst: createLexicalAnalyst(),
      embedder: createWordEmbedder(),
      clusters: 3,
      levels: 1,
      threads: 1,
      overlays: ["plan"],
      project,
      out: join(path, name),
    });
  };
  const first = await run("first", crowd);
  const all = [...crowd, ...cover, ...target];
  const second = await run("second", all);
  expect(first.release.release.ledger).toEqual({ number: 1, continues: null });
  expect(second.release.release.ledger).toEqual({ number: 2, continues: 1 });
  const { numbers, isSame } = differenceReleases(first.release, second.release);
  expect(isSame).toBe(false);
  // The one account of the other plan is in what has hardly moved.
  expect(numbers.filter(({ what }) => what.includes("with plan team"))).toEqual([]);

  const { checks } = await checkRun(second.out);
  expect(checks.at(-1)).toEqual({ name: "other releases", looked: 1, faults: 0, notes: 0 });

  const ledger = join(project, "ledger.jsonl");
  const lines = readFileSync(ledger, "utf8");
  expect(await run("second", all)).toEqual(second);
  expect(readFileSync(ledger, "utf8")).toBe(lines);

  // Where what is kept of the last release cannot be read, no other is made.
  const { snapshot = "" } =
    /"snapshot":"(?<snapshot>.{16})/u.exec(lines.trim().split("\n").at(-1) ?? "")?.groups ?? {};
  writeFileSync(join(project, "releases", snapshot, "snapshot.json"), "{}");
  await expect(run("second", crowd.slice(0, 40))).rejects.toMatchObject({ code: "privacy" });

  writeFileSync(ledger, lines.replace('"number":1', '"number":3'));
  await expect(checkRun(join(path, "first"))).rejects.toMatchObject({ code: "privacy" });
});
