import { expect, test } from "vitest";
import { describeAnalyses } from "./describe-analyses.ts";

const shape = { rows: 40, images: 40 };
const scorer = { id: "eyes", kind: "embedding", details: {} } as const;

test("estimates are told by type, and those that are unknown in one line with their reasons", () => {
  const lines = describeAnalyses({
    scorer,
    doseSlopes: [
      { ...shape, type: "atom", trainingSet: "cc12m", slope: { value: 0.5, interval: [0.25, 0.75] } },
      { ...shape, type: "swap", trainingSet: "cc12m", slope: null, reason: "separated" },
      { ...shape, type: "comp", trainingSet: "cc12m", slope: null, reason: "separated" },
    ],
    complexityEffects: [
      { ...shape, type: "atom", total: null, partial: null, fixed: ["words"], reason: "too-few-images" },
      {
        ...shape,
        type: "swap",
        total: { value: -0.0204, interval: [-0.03, -0.0001] },
        partial: null,
        fixed: ["words", "style", "edit"],
        reason: "fixed-by-length-and-style",
      },
    ],
  });
  expect(lines).toEqual([
    "  dose slope, log odds for ten times the captions of cc12m:",
    "    atom        0.50 [0.25, 0.75]",
    "    unknown for swap, comp (separated)",
    "  one atom more, in points:",
    "    swap        -2.0 [-3.0, 0.0], at fixed words, style and edit unknown (fixed-by-length-and-style)",
    "    unknown for atom (too-few-images)",
  ]);
});

test("where all are unknown there is one line, and none for scorers that do not see", () => {
  const complexityEffects = [
    { ...shape, type: "atom", total: null, partial: null, fixed: ["words"], reason: "too-few-images" },
  ];
  expect(describeAnalyses({ scorer, complexityEffects })).toEqual([
    "  one atom more, in points: unknown for atom (too-few-images)",
  ]);
  expect(describeAnalyses({ scorer: { ...scorer, kind: "blind" }, complexityEffects })).toEqual([]);
});
