import { createTemporaryDirectory } from "@observatory/core/testing";
import { startTestProvider } from "@observatory/models/testing";
import { loadRelease } from "@observatory/clio";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runObservatory } from "./support/observatory.ts";

const directory = createTemporaryDirectory();
const at = (name: string): string => join(directory.path, name);
const run = (...more: string[]) =>
  runObservatory(["clio", "run", at("chats.jsonl"), "--out", at("run"), "--clusters", "6", ...more]);
afterAll(() => directory[Symbol.dispose]());

beforeAll(async () => {
  await runObservatory([
    "clio",
    "synth",
    "--out",
    at("chats.jsonl"),
    "--conversations",
    "200",
    "--languages",
    "en",
  ]);
  const facets = [
    { name: "obstacle", kind: "summary", question: "What kept the user back?", naming: "a noun phrase" },
    { name: "sector", kind: "categories", question: "Which sector?", values: ["travel", "school"] },
    { name: "success", kind: "rating", question: "How well did it go?" },
  ];
  writeFileSync(at("facets.json"), JSON.stringify({ facets }));
});

test.each([
  [["--facets", at("facets.json")], "--facets needs an analyst with a model"],
  [["--redact", "off"], "--redact needs an analyst with a model"],
  [["--facet", "mood"], "There are: request, task."],
  [["--facet", "mood", "--facets", "FILE", "--analyst", "openai:test"], "the facets in FILE cannot be read"],
])("%j is refused with the cure", async (flags, message) => {
  const { exitCode, stderr } = await run(...flags);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
});

test("a model reads the user's own facets, and one of them is clustered", async () => {
  await using provider = await startTestProvider();
  const model = ["--analyst", "openai:test-model", "--base-url", provider.openAiUrl];
  const flags = [...model, "--facets", at("facets.json")];
  const several = await run(...flags, "--facet", "obstacle", "--requests", "3");
  expect(several.stderr).toContain("--requests 3 does not go with --facet obstacle");
  expect(await run(...flags, "--facet", "sector")).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("There are: request, task, obstacle."),
  });

  expect(await run(...flags, "--facet", "obstacle")).toMatchObject({ exitCode: 0 });
  const { clusters } = await loadRelease(at("run"));
  expect(clusters).toMatchObject({ facet: "obstacle" });
  expect(clusters.clusters.length).toBeGreaterThan(2);

  await runObservatory(["clio", "assignments", at("run"), "--out", at("assignments.jsonl")]);
  const [line = ""] = readFileSync(at("assignments.jsonl"), "utf8").split("\n");
  expect(line).toMatch(/"own":\{"obstacle":".+","sector":\[.*\],"success":\d\}/u);
});
