import type { ModelRequest } from "@observatory/core";
import {
  createFakeEmbedder,
  createFakeModel,
  createTemporaryDirectory,
  toPromptText,
} from "@observatory/core/testing";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readAssignments, type Assignment } from "./assignments.ts";
import { parseOwnFacets } from "./facets/own/parse-own-facets.ts";
import { createModelAnalyst } from "./model-analyst/create-model-analyst.ts";
import { runClio } from "./pipeline.ts";

const ownFacets = parseOwnFacets(
  JSON.stringify({
    facets: [
      {
        name: "obstacle",
        kind: "summary",
        question: "What kept the user back?",
        naming: "a noun phrase for the obstacle",
      },
      { name: "sector", kind: "categories", question: "Which sector?", values: ["office", "garden"] },
      { name: "success", kind: "rating", question: "How well did it go?" },
    ],
  }),
);

const obstacles = {
  printer: {
    text: "the printer jams when it pulls paper",
    name: "Printer jams with paper",
    sector: "office",
  },
  roses: { text: "roses wilt because of dry soil", name: "Roses that wilt in dry soil", sector: "garden" },
};

/** Reads the obstacle off the words of a prompt; says nothing of every conversation that is a mere greeting. */
function answer(request: ModelRequest): string {
  const [text = ""] = toPromptText(request).split("<outsiders>");
  const said = text.includes("printer") ? obstacles.printer : text.includes("roses") ? obstacles.roses : null;
  switch (request.schema?.["title"]) {
    case "clio-facets":
      return JSON.stringify({
        requests: [{ request: "to repair a thing", task: "to help", weight: 1 }],
        languages: ["English"],
        concern: 1,
        obstacle: said?.text ?? "",
        sector: said === null ? [] : [said.sector],
        success: 4,
      });
    case "clio-name":
      return JSON.stringify({
        name: said?.name ?? "",
        description: said === null ? "" : `In these, ${said.text}.`,
      });
    case "clio-audit":
      return JSON.stringify({ rating: 5 });
    default:
      return "{}";
  }
}

/** A word of its own for each number, since numbers alone make no other text. */
const inLetters = (number: number): string =>
  Array.from(String(number))
    .map((digit) => "abcdefghij"[Number(digit)])
    .join("");

async function run(directory: string, options: { readonly requests?: number; readonly facet?: string }) {
  const conversations = Array.from({ length: 66 }, (_, i) => ({
    id: `c${i}`,
    account: `a${i % 33}`,
    messages: [
      {
        role: "user",
        content:
          i % 11 === 0
            ? `Good morning number ${i}`
            : `Case ${i}: my ${i % 2 === 0 ? "printer" : "roses"} ${"again ".repeat(i % 9)}${inLetters(i)}`,
      },
    ],
  }));
  const input = join(directory, "chats.jsonl");
  writeFileSync(input, conversations.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const model = createFakeModel(answer);
  const out = join(directory, "run");
  const report = await runClio([input], {
    out,
    analyst: createModelAnalyst({
      extractor: model,
      namer: model,
      auditor: model,
      ownFacets,
      requests: options.requests ?? 1,
    }),
    embedder: createFakeEmbedder(),
    facet: options.facet ?? "obstacle",
    clusters: 2,
    threads: 1,
  });
  const assignments: Assignment[] = [];
  for await (const assignment of readAssignments(out)) assignments.push(assignment);
  return { report, assignments, model };
}

test("a summary of one's own is clustered and named by its criteria; who has none is left out and counted", async () => {
  using directory = createTemporaryDirectory();
  const { report, assignments, model } = await run(directory.path, {});
  const { release, clusters } = report.release;
  expect(clusters.facet).toBe("obstacle");
  expect(release.totals.conversations).toBe(60);
  const names = clusters.clusters.filter(({ level }) => level === 0).map(({ name }) => name);
  expect(names.toSorted()).toEqual(["Printer jams with paper", "Roses that wilt in dry soil"]);
  const asked = model.requests.filter(({ schema }) => schema?.["title"] === "clio-name").map(toPromptText);
  expect(asked.length).toBeGreaterThan(0);
  for (const text of asked) expect(text).toContain("Criteria for names: a noun phrase for the obstacle.");

  expect(assignments).toHaveLength(66);
  expect(assignments[0]).toEqual({ id: "c0", path: [], own: { sector: [], success: 4 } });
  const { path, own } = assignments[1] ?? {};
  expect(path?.length).toBeGreaterThan(0);
  expect(own).toEqual({ obstacle: obstacles.roses.text, sector: ["garden"], success: 4 });
});

test("a built-in facet is clustered with the own ones beside it", async () => {
  using directory = createTemporaryDirectory();
  const { report, assignments } = await run(directory.path, { facet: "request", requests: 3 });
  expect(report.release.clusters.facet).toBe("request");
  expect(assignments.every(({ path, own }) => path.length > 0 && own?.["success"] === 4)).toBe(true);
});

test("an unknown facet is refused before anything is asked", async () => {
  using directory = createTemporaryDirectory();
  await expect(run(directory.path, { facet: "mood" })).rejects.toThrow('there is no facet "mood" to cluster');
});
