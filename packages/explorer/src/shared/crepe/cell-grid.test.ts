import type { CellAudit } from "@observatory/crepe/release";
import { expect, test } from "vitest";
import { describeVerdict, toCellGrid } from "./cell-grid.ts";

test("cells are read out of the counts, and what is no cell is left", () => {
  const grid = toCellGrid({ items: 30, "atom/4": 10, "atom/12": 5, "swap/4": 15, contradicted: 99 });
  expect([grid.types, grid.ns, grid.most]).toEqual([["atom", "swap"], [4, 12], 15]);
  expect(grid.countOf("atom", 12)).toBe(5);
  expect(grid.countOf("swap", 12)).toBeNull();
});

const audit = (change: Partial<CellAudit>): CellAudit => ({
  cell: "atom",
  rows: 100,
  images: 100,
  counterbalanced: false,
  chance: 1 / 6,
  probes: [
    {
      probe: "shortest_caption",
      clue: "the shorter text",
      rAt1: 0.4,
      interval: [0.3, 0.5],
      gain: 0.23,
      jointInterval: [0.1, 0.3],
      overallInterval: [0.1, 0.3],
      tiedForFirst: 0,
    },
  ],
  central: { rAt1: 0.2, interval: [0.1, 0.3] },
  best: "shortest_caption",
  verdict: "blind-proof",
  leaks: [],
  largestPossibleGain: 0.021,
  ...change,
});

test.each([
  [audit({}), /a gain of more than 2\.1 points is ruled out/u],
  [audit({ counterbalanced: true }), /words alone cannot win/u],
  [audit({ verdict: "undecided", images: 7 }), /Too few images to judge: 7/u],
  [audit({ verdict: "leaks", leaks: ["shortest_caption"] }), /the shorter text.*above 40\.0 %/u],
])("a verdict is told in words: %#", (cell, expected) => {
  expect(describeVerdict(cell)).toMatch(expected);
});
