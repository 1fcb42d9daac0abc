import { describe, expect, test } from "vitest";
import type { CellKey, ScorerInfo } from "@observatory/crepe/release";
import type { CrepeScorer } from "./crepe-overview.ts";
import { toScoreCharts, toShownScorers, toTrainingSets } from "./score-series.ts";

const cell = (type: string, key: CellKey, rAt1: number) => ({
  type,
  key,
  rows: 40,
  images: 40,
  chance: 1 / 6,
  rAt1,
  interval: [rAt1 - 0.1, rAt1 + 0.1] as const,
  rAt3: 0.5,
  meanRank: 3,
  medianRank: 3,
  ties: 0,
});

function scorer(id: string, kind: ScorerInfo["kind"], rAt1: number, stale = false): CrepeScorer {
  const average = { chance: 1 / 6, rAt1, interval: [0, 1] as const, rAt3: 0.5, meanRank: 3, medianRank: 3 };
  return {
    stale,
    rows: 40,
    gain: null,
    gains: [],
    falls: [],
    results: {
      schema: "observatory/crepe-results@1",
      scorer: { id, kind, details: {} },
      benchmark: { name: "bench", contentHash: "a" },
      seed: 1,
      resamples: 100,
      ties: { policy: "expected", tolerance: 0 },
      losses: {},
      cells: [
        cell("atom", { by: "type" }, rAt1),
        cell("atom", { by: "complexity", n: 10 }, rAt1 - 0.05),
        cell("atom", { by: "complexity", n: 4 }, rAt1 + 0.05),
        cell("swap", { by: "complexity", n: 4 }, rAt1),
        cell("atom", { by: "split", trainingSet: "web", split: "UC" }, rAt1),
        cell("atom", { by: "split", trainingSet: "web", split: "SC" }, rAt1),
        cell("atom", { by: "seen", trainingSet: "web", from: 30, to: 99 }, rAt1),
        cell("atom", { by: "seen", trainingSet: "web", from: 0, to: 0 }, rAt1),
      ],
      averages: { micro: average, macro: average },
    },
  };
}

const scorers = [
  scorer("chance", "chance", 1 / 6),
  scorer("blind/weak", "blind", 0.2),
  scorer("blind/strong", "blind", 0.3),
  scorer("clip", "embedding", 0.5),
  scorer("old", "embedding", 0.9, true),
];
const bar = { rows: 40, images: 40, chance: 1 / 6, rAt1: 0.35 };
const bars = [
  { ...bar, type: "atom", key: { by: "complexity", n: 4 } as const, over: "blind/strong" },
  { ...bar, type: "atom", key: { by: "complexity", n: 10 } as const, over: "chance" },
];
const overview = { report: { scorers, bars, ties: "expected" as const }, audit: null };

describe("toScoreCharts", () => {
  test("has one chart a type, with labels in order and null where a scorer has no cell", () => {
    const [atom, swap] = toScoreCharts(overview, { by: "complexity" }, ["clip"]);
    expect([atom?.title, atom?.labels]).toEqual(["atom", ["4", "10"]]);
    expect(atom?.series[0]?.points.map((point) => point?.value)).toEqual([0.55, 0.45]);
    expect(swap?.labels).toEqual(["4"]);
  });

  test("shows the blind probe that is best at each label, and none where chance is not beaten", () => {
    const [atom] = toScoreCharts(overview, { by: "complexity" }, []);
    expect(atom?.blind.map((point) => [point?.probe, point?.value])).toEqual([
      ["blind/strong", 0.35],
      [undefined, undefined],
    ]);
  });

  test("puts splits and doses into their order", () => {
    expect(toTrainingSets(overview, "seen")).toEqual(["web"]);
    const labels = (by: "split" | "seen") =>
      toScoreCharts(overview, { by, trainingSet: "web" }, ["clip"])[0]?.labels;
    expect(labels("split")).toEqual(["SC", "UC"]);
    expect(labels("seen")).toEqual(["0", "30–99"]);
  });
});

test("charts show those that see, without stale ones; else the best blind one", () => {
  expect(toShownScorers(scorers)).toEqual(["clip"]);
  expect(toShownScorers(scorers.slice(0, 3))).toEqual(["blind/strong"]);
  expect(toShownScorers([])).toEqual([]);
});
