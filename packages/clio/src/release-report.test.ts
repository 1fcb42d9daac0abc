import { sha256, type ProgressEvent } from "@observatory/core";
import { createFakeEmbedder, createTemporaryDirectory } from "@observatory/core/testing";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createLexicalAnalyst } from "./lexical-analyst.ts";
import { runClio } from "./pipeline.ts";
import type { ClioRunOptions } from "./clio-run-options.ts";
import type { Release } from "./release/release.ts";

const subjects = ["repair my printer", "bake a chocolate cake", "book a cheap flight"];
const times = [
  "today",
  "tomorrow",
  "on Monday",
  "in spring",
  "at night",
  "on holiday",
  "this week",
  "at work",
];
const ways = ["quickly", "safely", "with a friend", "without tools", "from home"];

/** Runs over 120 conversations of 60 accounts about three subjects; returns the stages that were not done already. */
async function run(directory: string, options: Pick<ClioRunOptions, "renderReport" | "reportId">) {
  const input = join(directory, "chats.jsonl");
  const lines = Array.from({ length: 120 }, (_, i) => ({
    id: `c${i}`,
    account: `a${i % 60}`,
    messages: [{ role: "user", content: `How do I ${subjects[i % 3]} ${times[i % 8]} ${ways[i % 5]}?` }],
  }));
  writeFileSync(input, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const redone: string[] = [];
  const onEvent = (event: ProgressEvent): void => {
    if (event.type === "stage-end" && event.status === "done") redone.push(event.stage);
  };
  const { release } = await runClio([input], {
    out: join(directory, "run"),
    analyst: createLexicalAnalyst(),
    embedder: createFakeEmbedder(),
    clusters: 3,
    threads: 1,
    onEvent,
    ...options,
  });
  return { release, redone };
}

const renderReport = ({ release, clusters, overlays, timeline, map }: Release): string =>
  JSON.stringify({
    files: Object.keys(release.files),
    clusters: clusters.clusters.length,
    rest: [overlays, timeline, map].map((file) => file?.schema),
  });

test("a page is made of the whole release, listed in it, and made anew for another version of the page only", async () => {
  using directory = createTemporaryDirectory();
  const page = join(directory.path, "run", "release", "report.html");

  const bare = await run(directory.path, {});
  expect(Object.keys(bare.release.release.files)).not.toContain("report.html");
  expect(existsSync(page)).toBe(false);

  const first = await run(directory.path, { renderReport, reportId: "page-1" });
  expect(first.redone).toEqual(["identify", "release", "concentration"]);
  const text = readFileSync(page, "utf8");
  expect(text).toContain(`"clusters":${first.release.clusters.clusters.length}`);
  expect(text).toContain(
    '["observatory/clio-overlays@1","observatory/clio-timeline@1","observatory/clio-map@1"]',
  );
  const { "report.html": listed, ...others } = first.release.release.files;
  expect(listed).toEqual({ sha256: sha256(text), bytes: Buffer.byteLength(text) });
  expect(others).toEqual(bare.release.release.files);

  expect((await run(directory.path, { renderReport, reportId: "page-1" })).redone).toEqual([]);
  const next = await run(directory.path, { renderReport: () => "another page", reportId: "page-2" });
  expect(next.redone).toEqual(["identify", "release", "concentration"]);
  expect(readFileSync(page, "utf8")).toBe("another page");

  await run(directory.path, {});
  expect(existsSync(page)).toBe(false);
});

test("the map of a run holds exactly its shown clusters", async () => {
  using directory = createTemporaryDirectory();
  const { release } = await run(directory.path, {});
  const ids = release.clusters.clusters.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(0);
  expect(release.map?.points.map(({ id }) => id)).toEqual(ids);
  expect(Object.keys(release.map?.neighbours ?? {}).toSorted()).toEqual(ids.toSorted());
});
