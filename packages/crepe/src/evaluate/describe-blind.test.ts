import { expect, test } from "vitest";
import { describeBlind } from "./describe-blind.ts";
import type { ResultAverage, ResultsHead } from "./results.ts";

/** A probe with its R@1 on `atom`, on `swap` and on all rows. */
function headOf(id: string, atom: number, swap: number, all: number): ResultsHead {
  const scoresOf = (rAt1: number): ResultAverage => ({
    chance: 1 / 4,
    rAt1,
    interval: [rAt1 - 0.1, rAt1 + 0.1],
    rAt3: 1,
    meanRank: 2,
    medianRank: 2,
  });
  const cellOf = (type: string, rAt1: number) => ({
    ...scoresOf(rAt1),
    type,
    key: { by: "type" as const },
    rows: 8,
    images: 8,
    ties: 0,
  });
  return {
    schema: "observatory/crepe-results@1",
    scorer: { id, kind: "blind", details: {} },
    benchmark: { name: "made", contentHash: "0" },
    seed: 1,
    resamples: 20,
    ties: { policy: "expected", tolerance: 0 },
    losses: {},
    cells: [cellOf("atom", atom), cellOf("swap", swap)],
    averages: { micro: scoresOf(all), macro: null },
  };
}

test("of each type the best probe is told, or that none is above chance", () => {
  const heads = [
    headOf("blind/a", 0.5, 0.25, 0.375),
    headOf("blind/b", 0.6, 0.25 + 1e-12, 0.375),
    headOf("blind/c", 0.1, 0.2, 0.2),
  ];
  expect(describeBlind(heads)).toEqual([
    "blind, the best of 3 probes that see no image",
    "  atom          R@1 60.0 % [50.0, 70.0], chance 25.0 %, by blind/b",
    "  swap          chance, 25.0 %: no probe is above it",
    "  micro, rows   R@1 37.5 % [27.5, 47.5], chance 25.0 %, by blind/a",
  ]);
});
