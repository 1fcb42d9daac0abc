import type { ModelRequest } from "@observatory/core";
import {
  createFakeEmbedder,
  createFakeModel,
  createTemporaryDirectory,
  toPromptText,
} from "@observatory/core/testing";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { halfOfAccount } from "./privacy/account-half.ts";
import { createModelAnalyst } from "./model-analyst/create-model-analyst.ts";
import type { NamingMode } from "./names.ts";
import { runClio } from "./pipeline.ts";

const subjects = [
  "garden roses",
  "winter tires",
  "train tickets",
  "pasta sauce",
  "guitar chords",
  "tax forms",
];
const letters = "bcdfghklmnprtvwz";
/** A word that one account alone uses. */
const secretOf = (account: number): string =>
  `q${letters.charAt(account % 16)}${letters.charAt(Math.floor(account / 16))}xy`;

/** Tells all it sees: secrets in summaries, whole lists as names, what was listed as parents. */
function answer(request: ModelRequest): string {
  const text = toPromptText(request);
  const said = (tag: string): readonly string[] =>
    [...text.matchAll(new RegExp(`<${tag}[^<>]*>([^<]*)</${tag}>`, "gu"))].map(([, inner = ""]) => inner);
  switch (request.schema?.["title"]) {
    case "clio-facets":
      return JSON.stringify({
        requests: [
          { request: /<user>\s*([^<]*)</u.exec(text)?.[1] ?? "", task: "to help with it", weight: 1 },
        ],
        languages: ["English"],
        concern: 1,
      });
    case "clio-name":
    case "clio-name-phrases": {
      const seen = [...said("summary"), ...said("phrase")];
      const secret = seen.flatMap((line) => /\bq[a-z]{2}xy\b/u.exec(line) ?? []).at(0) ?? "";
      return JSON.stringify({
        name: `Get help with ${seen[0] ?? "something"} ${secret}`.trim(),
        description: `Users told of ${seen[0] ?? "something"}. Users told of ${secret}.`,
      });
    }
    case "clio-parents":
    case "clio-deduplicate":
      return JSON.stringify({ names: said("name").slice(0, 3) });
    case "clio-assign":
      return JSON.stringify({ parent: said("name").at(0) ?? "" });
    default:
      return JSON.stringify({ rating: 5 });
  }
}

async function run(directory: string, naming: NamingMode) {
  const input = join(directory, "chats.jsonl");
  const lines = Array.from({ length: 150 }, (_, i) => {
    const content = `explain ${subjects[i % 6]} for my ${secretOf(i)}, question ${i}`;
    return JSON.stringify({ id: `c${i}`, account: `a${i}`, messages: [{ role: "user", content }] });
  });
  writeFileSync(input, lines.join("\n"));
  const model = createFakeModel(answer);
  const out = join(directory, naming);
  const { release } = await runClio([input], {
    out,
    analyst: createModelAnalyst({ extractor: model, namer: model, auditor: model, requests: 1, naming }),
    embedder: createFakeEmbedder(),
    clusters: 6,
    levels: 2,
    threads: 1,
  });
  const asked = model.requests
    .map((request) => ({ title: request.schema?.["title"] ?? null, text: toPromptText(request) }))
    .filter(({ title }) => title !== "clio-facets");
  return { release, asked, out };
}

const secrets = Array.from({ length: 150 }, (_, account) => secretOf(account));
const tells = (text: string): boolean => secrets.some((secret) => text.includes(secret));

test("where names are made from phrases, no summary and nothing of a single account reaches the namer, at any level", async () => {
  using directory = createTemporaryDirectory();
  const { release, asked, out } = await run(directory.path, "phrases");
  expect(release.release).toMatchObject({ naming: "phrases", supportRule: { bothHalves: false } });
  expect(new Set(asked.map(({ title }) => title))).toEqual(
    new Set(["clio-name-phrases", "clio-parents", "clio-assign", "clio-audit"]),
  );
  for (const { text } of asked) expect(tells(text)).toBe(false);
  const stage = readdirSync(join(out, "private")).find((name) => name.startsWith("name-"));
  const proposals = readFileSync(join(out, "private", stage ?? "", "proposals.json"), "utf8");
  expect(tells(proposals)).toBe(false);
  expect(release.clusters.clusters.length).toBeGreaterThan(3);
  expect(JSON.stringify(release.clusters)).toMatch(/roses|tires|tickets|sauce|chords|forms/u);
  expect(tells(JSON.stringify(release))).toBe(false);
});

test("where they are made from summaries the namer sees single accounts, and only the support rule stands behind it", async () => {
  using directory = createTemporaryDirectory();
  const { release, asked } = await run(directory.path, "summaries");
  expect(release.release).toMatchObject({ naming: "summaries", supportRule: { bothHalves: true } });
  const named = asked.filter(({ title }) => title === "clio-name");
  expect(named.some(({ text }) => tells(text))).toBe(true);
  expect(named.some(({ text }) => text.includes("<children>\n"))).toBe(true);
  // An account is of one half at every level, and no call sees members of both.
  for (const { text } of named) {
    const [members = ""] = text.split("</members>");
    const halves = secrets.flatMap((secret, account) =>
      members.includes(secret) ? [halfOfAccount(`a${account}`, 0)] : [],
    );
    expect(new Set(halves).size).toBe(1);
  }
  expect(asked.some(({ title, text }) => title !== "clio-name" && tells(text))).toBe(false);
  expect(tells(JSON.stringify(release))).toBe(false);
});
