import { createFakeEmbedder, createTemporaryDirectory } from "@observatory/core/testing";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createLexicalAnalyst } from "../lexical-analyst.ts";
import { runClio } from "../pipeline.ts";
import { differenceReleases } from "./differencing.ts";
import { replayDifferencing } from "./replay-differencing.ts";

const subjects = ["repair my printer", "bake a chocolate cake", "book a cheap flight"];
const options = {
  analyst: createLexicalAnalyst(),
  embedder: createFakeEmbedder(),
  clusters: 3,
  threads: 1,
  overlays: ["plan"],
};

interface Chat {
  readonly account: string;
  readonly subject: number;
  readonly plan: string;
}

const crowd: readonly Chat[] = Array.from({ length: 120 }, (_, i) => ({
  account: `a${i % 60}`,
  subject: i % 3,
  plan: i % 4 === 0 ? "team" : "free",
}));
const target: Chat = { account: "target", subject: 0, plan: "team" };
/** So many new accounts that a release is made anew. */
const cover: readonly Chat[] = Array.from({ length: 30 }, (_, i) => ({
  account: `new${i}`,
  subject: 1,
  plan: "free",
}));

function write(directory: string, name: string, chats: readonly Chat[]): string[] {
  const path = join(directory, name);
  const lines = chats.map(({ account, subject, plan }, i) => ({
    id: `${account}-${i}`,
    account,
    messages: [
      { role: "user", content: `How do I ${subjects[subject] ?? ""} with ${account} and number ${i}?` },
    ],
    labels: { plan },
  }));
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return [path];
}

test("one account more is seen in exact numbers, and not in two releases of one project", async () => {
  using temporary = createTemporaryDirectory();
  const { path } = temporary;
  const { on, off } = await replayDifferencing({
    ...options,
    directory: path,
    before: write(path, "before.jsonl", crowd),
    after: write(path, "after.jsonl", [...crowd, target]),
  });
  expect(on).toMatchObject({ isSame: true, numbers: [], names: [], leastCertain: 0 });
  expect(off.leastCertain).toBe(1);
  const seen = off.numbers.find(({ what }) => what === "accounts of all, column plan team");
  expect(seen?.change).toEqual([1, 1]);
  const released = (name: string): string =>
    readFileSync(join(path, name, "release", "release.json"), "utf8");
  expect(released("after")).toBe(released("before"));
});

test("a second run into the same directory is the second release of its project", async () => {
  using temporary = createTemporaryDirectory();
  const { path } = temporary;
  const out = join(path, "run");
  const first = await runClio(write(path, "chats.jsonl", crowd), { ...options, out });
  // The account comes under the cover of so many others that something is told anew.
  const inputs = write(path, "chats.jsonl", [...crowd, ...cover, target]);
  const second = await runClio(inputs, { ...options, out });
  expect(first.release.release.ledger).toEqual({ number: 1, continues: null });
  expect(second.release.release.ledger).toEqual({ number: 2, continues: 1 });
  const { numbers, came, went, isSame } = differenceReleases(first.release, second.release);
  expect({ came, went, isSame }).toEqual({ came: [], went: [], isSame: false });
  // 60 accounts had told the same twice; the account itself is in what has hardly moved.
  expect(numbers.find(({ what }) => what === "conversations")).toMatchObject({ before: 60, after: 90 });
  expect(numbers.filter(({ what }) => what.includes("with plan team"))).toEqual([]);
  const { totals, withheld } = second.release.release;
  const sum = second.release.clusters.clusters.reduce((all, { conversations }) => all + conversations, 0);
  expect(sum + withheld.topClusters.conversations).toBe(totals.conversations);

  const ledger = join(out, "private", "ledger.jsonl");
  const lines = readFileSync(ledger, "utf8");
  expect(await runClio(inputs, { ...options, out })).toEqual(second);
  expect(readFileSync(ledger, "utf8")).toBe(lines);

  // Where what is kept of the last release cannot be read, no other is made.
  const { snapshot = "" } =
    /"snapshot":"(?<snapshot>.{16})/u.exec(lines.trim().split("\n").at(-1) ?? "")?.groups ?? {};
  writeFileSync(join(out, "private", "releases", snapshot, "snapshot.json"), "{}");
  const others = write(path, "chats.jsonl", crowd.slice(0, 60));
  await expect(runClio(others, { ...options, out })).rejects.toMatchObject({ code: "privacy" });
});
