import type { CellKey, CrepeReport, Gain, ReportedScorer, ScorerInfo } from "@observatory/crepe/release";
import { expect, test } from "vitest";
import { toGainCharts } from "./gain-charts.ts";

const shape = { rows: 40, images: 40, over: "blind/longest" };

function scorer(
  id: string,
  kind: ScorerInfo["kind"],
  gains: readonly (readonly [CellKey, number])[],
): ReportedScorer {
  return {
    results: {
      schema: "observatory/crepe-results@1",
      scorer: { id, kind, details: {} },
      benchmark: { name: "bench", contentHash: "a" },
      seed: 1,
      resamples: 100,
      ties: { policy: "expected", tolerance: 0 },
      losses: {},
      cells: [],
      averages: { micro: null, macro: null },
    },
    stale: false,
    rows: 40,
    gain: null,
    gains: gains.map(([key, gain]): Gain => ({
      ...shape,
      type: "swap",
      key,
      bar: 0.4,
      gain,
      interval: [gain - 0.1, gain + 0.1],
    })),
    falls: [],
  };
}

const bar = { ...shape, type: "swap", key: { by: "type" } as const, chance: 0.2, rAt1: 0.4 };

function chartsOf(scorers: readonly ReportedScorer[], bars: CrepeReport["bars"] = [bar]) {
  const report: CrepeReport = {
    schema: "observatory/crepe-report@1",
    benchmark: { name: "bench", contentHash: "a", items: 40, rows: 40, images: 40 },
    seed: 0,
    resamples: 100,
    ties: "expected",
    scorers,
    bars,
    differences: [],
    notes: [],
    warnings: [],
  };
  return toGainCharts({ report });
}

const poor = scorer("poor", "embedding", [[{ by: "type" }, -0.1]]);
const good = scorer("good", "embedding", [
  [{ by: "complexity", n: 4 }, 0.5],
  [{ by: "type" }, 0.2],
]);

test("gains of whole types are drawn, best first, with what has to be beaten", () => {
  const [chart, ...others] = chartsOf([poor, good, scorer("blind/longest", "blind", [])]);
  expect(others).toEqual([]);
  expect(chart).toMatchObject({ title: "swap", over: "blind/longest", bar: 0.4 });
  expect(chart?.marks.map((mark) => [mark.scorer, mark.gain])).toEqual([
    ["good", 0.2],
    ["poor", -0.1],
  ]);
});

test("there is no chart without a bar, nor of stale scorers alone", () => {
  expect(chartsOf([good], [])).toEqual([]);
  expect(chartsOf([{ ...good, stale: true }])).toEqual([]);
});
