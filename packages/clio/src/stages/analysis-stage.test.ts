import { createTemporaryDirectory } from "@observatory/core/testing";
import { openRunDirectory, writeShards, type RowOf, type StageResult } from "@observatory/store";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cellPresets } from "../privacy/thresholds.ts";
import { analysisStage, loadAnalysis, type AnalysisContext } from "./analysis-stage.ts";
import { conversationColumns, facetColumns, groupColumns, type FacetRow } from "./tables.ts";

type Conversation = RowOf<typeof conversationColumns>;

const conversation = (id: string, more: Partial<Conversation> = {}): Conversation => ({
  id,
  account: null,
  createdAt: null,
  language: null,
  model: null,
  messages: [{ role: "user", content: "How do I water tomatoes?" }],
  labels: {},
  ...more,
});

const facets = (id: string, account: string | null, more: Partial<FacetRow> = {}): FacetRow => ({
  id,
  account,
  createdAt: null,
  duplicateKey: id,
  part: 0,
  weight: 1000,
  request: "water tomatoes",
  task: "explain",
  languages: ["English"],
  concern: 1,
  turns: 1,
  length: 100,
  own: {},
  retried: 0,
  byRule: 0,
  ...more,
});

interface Corpus {
  readonly conversations: readonly Conversation[];
  /** Rows of facets with the number of their base cluster; null where it is a second telling. */
  readonly rows: readonly (readonly [FacetRow, base: number | null])[];
}

/** Counts of two base clusters under one parent, by name of a facet and its value. */
async function analyse(
  { conversations, rows }: Corpus,
  {
    overlays = [],
    ownFacets = [],
  }: { overlays?: string[]; ownFacets?: AnalysisContext["analyst"]["ownFacets"] } = {},
) {
  using directory = createTemporaryDirectory();
  await using run = await openRunDirectory(join(directory.path, "run"), { create: true });
  const stage = async (name: string, work: (path: string) => Promise<void>): Promise<StageResult> =>
    run.stage(name, {}, async ({ directory: path }) => {
      await work(path);
      return {};
    });
  const imported = await stage("import", async (path) => {
    await writeShards(join(path, "conversations"), conversationColumns, conversations);
  });
  const read = await stage("facets", async (path) => {
    await writeShards(
      join(path, "facets"),
      facetColumns,
      rows.map(([row]) => row),
    );
  });
  const clustered = await stage("cluster", async (path) => {
    const groups = rows.map(([, base]) => ({
      first: base !== null,
      group: base ?? 0,
      copies: -1,
      settled: true,
    }));
    await writeShards(join(path, "bases"), groupColumns, groups);
  });
  const nodes = [
    { id: "top", level: 1, parent: null, group: 0, bases: [0, 1], proposals: [] },
    { id: "a", level: 0, parent: 0, group: 0, bases: [0], proposals: [] },
    { id: "b", level: 0, parent: 0, group: 1, bases: [1], proposals: [] },
  ];
  const hierarchy = await stage("hierarchy", async (path) => {
    writeFileSync(join(path, "hierarchy.json"), JSON.stringify({ levels: 2, nodes }));
  });
  const signal = new AbortController().signal;
  const context: AnalysisContext = {
    analyst: { ownFacets },
    overlays,
    cellThresholds: cellPresets.explore,
    signal,
  };
  const sources = { imported, facets: read, clustered, hierarchy };
  const { directory: analysed } = await analysisStage(run, sources, context);
  const { layout, counts } = await loadAnalysis(analysed, signal);
  const at = (row: number, column: number) => {
    const cell = row * counts.columns + column;
    return [(counts.conversations[cell] ?? 0) / 1000, counts.accounts[cell] ?? 0];
  };
  return {
    layout,
    whole: (row: number) => at(row, 0),
    of: (row: number, name: string, value: string) => {
      const facet = layout.facets.find((one) => one.name === name);
      const index = facet?.values.indexOf(value) ?? -1;
      if (facet === undefined) throw new Error(`no facet ${name}`);
      return at(row, facet.firstColumn + (index < 0 ? facet.values.length : index));
    },
    column: at,
  };
}

test("a second telling does not count, an account counts once, and a conversation's requests count by their weight", async () => {
  const { whole, of } = await analyse({
    conversations: ["1", "2", "3", "4"].map((id) => conversation(id)),
    rows: [
      [facets("1", "x"), 0],
      [facets("2", "x", { languages: ["Japanese", "English"] }), 0],
      [facets("3", "y", { weight: 700 }), 0],
      [facets("3", "y", { part: 1, weight: 300 }), 1],
      [facets("4", "x"), null],
    ],
  });
  expect([0, 1, 2, 3].map(whole)).toEqual([
    [3, 2],
    [3, 2],
    [2.7, 2],
    [0.3, 1],
  ]);
  expect(of(2, "languages", "English")).toEqual([2.7, 2]);
  expect(of(1, "languages", "Japanese")).toEqual([1, 1]);
  expect(of(3, "languages", "Japanese")).toEqual([0, 0]);
});

test("models and joined columns are found beside conversations that no facets were read from", async () => {
  const { layout, of } = await analyse(
    {
      conversations: [
        conversation("1", { model: "small", labels: { plan: "free", secret: "tulip" } }),
        conversation("unreadable", { model: "large", labels: { plan: "pro" } }),
        conversation("3", { model: "large", labels: { plan: true } }),
        conversation("4", { labels: { plan: ["list"] } }),
      ],
      rows: [
        [facets("1", "x"), 0],
        [facets("3", "y"), 1],
        [facets("4", "z"), 1],
      ],
    },
    { overlays: ["plan"] },
  );
  expect(of(0, "model", "large")).toEqual([1, 1]);
  expect(of(0, "plan", "free")).toEqual([1, 1]);
  expect(of(3, "plan", "yes")).toEqual([1, 1]);
  expect(of(3, "plan", "none of these")).toEqual([1, 1]);
  expect(JSON.stringify(layout)).not.toMatch(/tulip|secret|pro"/u);
});

test("a column of numbers is counted by bins", async () => {
  const ids = Array.from({ length: 100 }, (_, at) => String(at));
  const { layout, of } = await analyse(
    {
      conversations: ids.map((id) => conversation(id, { labels: { score: Number(id) } })),
      rows: ids.map((id) => [facets(id, id), 0]),
    },
    { overlays: ["score"] },
  );
  const facet = layout.facets.find(({ name }) => name === "score");
  expect(facet).toMatchObject({ kind: "ordinal", source: "column" });
  expect(facet?.values).toEqual([
    "under 20",
    "20 to under 40",
    "40 to under 59",
    "59 to under 79",
    "79 or more",
  ]);
  expect(of(1, "score", "under 20")).toEqual([20, 20]);
});

test("at most 30 values are counted, the most frequent, and none with personal data; the others are the rest", async () => {
  const rows = Array.from({ length: 40 }, (_, value) =>
    Array.from({ length: 41 - value }, () => value),
  ).flat();
  const modelOf = (value: number): string => (value === 0 ? "ada@example.com" : `model ${value}`);
  const { layout, of } = await analyse({
    conversations: rows.map((value, at) => conversation(String(at), { model: modelOf(value) })),
    rows: rows.map((_, at) => [facets(String(at), String(at)), 0]),
  });
  const model = layout.facets.find(({ name }) => name === "model");
  expect(model?.values).toHaveLength(30);
  expect(model?.values[0]).toBe("model 1");
  expect(model?.values).not.toContain("ada@example.com");
  // 41 of the address, and 10 down to 2 of the nine rarest.
  expect(of(0, "model", "others")).toEqual([41 + 54, 41 + 54]);
});

test("labels and ratings of the user's own facets are counted, texts are not", async () => {
  const { layout, of } = await analyse(
    {
      conversations: ["1", "2"].map((id) => conversation(id)),
      rows: [
        [facets("1", "x", { own: { mood: ["calm", "curious"], worth: 4, obstacle: "a hard word" } }), 0],
        [facets("2", "y", { own: { mood: "calm" } }), 0],
      ],
    },
    {
      ownFacets: [
        { kind: "categories", name: "mood", question: "?" },
        { kind: "rating", name: "worth", question: "?" },
        { kind: "summary", name: "obstacle", question: "?" },
      ],
    },
  );
  expect(of(0, "mood", "calm")).toEqual([2, 2]);
  expect(of(0, "mood", "curious")).toEqual([1, 1]);
  expect(of(0, "worth", "4")).toEqual([1, 1]);
  expect(of(0, "worth", "none")).toEqual([1, 1]);
  expect(JSON.stringify(layout)).not.toContain("hard word");
});

test("time is counted by buckets and halves, and what is outside once", async () => {
  const days = Array.from({ length: 100 }, (_, at) => at % 10);
  const created = (day: number): string => new Date(Date.UTC(2026, 4, 1 + day, 12)).toISOString();
  const { layout, column } = await analyse({
    conversations: [
      ...days.map((_, at) => conversation(String(at))),
      conversation("old"),
      conversation("none"),
    ],
    rows: [
      ...days.map((day, at) => [facets(String(at), String(at), { createdAt: created(day) }), 0] as const),
      [facets("old", "old", { createdAt: "1990-01-01T00:00:00.000Z" }), 1],
      [facets("none", "none"), 1],
    ],
  });
  const { time } = layout;
  if (time === null) return expect.unreachable();
  expect(time).toMatchObject({ unit: "day", earlier: 5 });
  expect(time.starts).toHaveLength(11);
  expect(column(0, time.firstColumn)).toEqual([10, 10]);
  expect(column(3, time.firstColumn + 10)).toEqual([2, 2]);
  expect([0, 1].map((half) => column(1, time.firstHalfColumn + half))).toEqual([
    [50, 50],
    [50, 50],
  ]);
});
