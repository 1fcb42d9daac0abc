import { expect, test } from "vitest";
import type { CellKey, ResultCell } from "../evaluate/results.ts";
import { findBars } from "./find-bars.ts";

const whole: CellKey = { by: "type" };
const part = (n: number): CellKey => ({ by: "complexity", n });

function cell(key: CellKey, rAt1: number, images = 40): ResultCell {
  const interval = [rAt1, rAt1] as const;
  const rest = { rAt3: 1, meanRank: 1, medianRank: 1, ties: 0, interval };
  return { type: "swap", key, rows: images, images, chance: 0.2, rAt1, ...rest };
}

const probe = (name: string, cells: readonly ResultCell[]) => ({
  scorer: { id: `blind/${name}`, kind: "blind" as const, details: {} },
  cells,
  averages: { micro: cells[0] ?? null, macro: null },
});

const barsOf = (probes: Parameters<typeof findBars>[0]) =>
  findBars(probes).map(({ key, over, rAt1 }) => [key.by === "complexity" ? key.n : "whole", over, rAt1]);

test("each part has the probe that is best there, or chance", () => {
  const a = probe("a", [cell(whole, 0.5), cell(part(4), 0.3), cell(part(5), 0.1)]);
  const b = probe("b", [cell(whole, 0.4), cell(part(4), 0.6), cell(part(5), 0.2)]);
  expect(barsOf([b, a])).toEqual([
    ["whole", "blind/a", 0.5],
    [4, "blind/b", 0.6],
    [5, "chance", 0.2],
  ]);
});

test("a part of few images has the probe of the whole type: the best of many there is an accident", () => {
  const a = probe("a", [cell(whole, 0.5), cell(part(4), 0.3, 10), cell(part(5), 0.1, 10)]);
  const b = probe("b", [cell(whole, 0.4), cell(part(4), 0.9, 10), cell(part(5), 0.9, 10)]);
  expect(barsOf([a, b])).toEqual([
    ["whole", "blind/a", 0.5],
    [4, "blind/a", 0.3],
    [5, "chance", 0.2],
  ]);
});

test("a type of few images has the probe that is best on all rows", () => {
  const [swap, atom] = [cell(whole, 0.5), { ...cell(whole, 0.3, 5), type: "atom" }];
  const b = probe("b", [cell(whole, 0.4), { ...cell(whole, 1, 5), type: "atom" }]);
  expect(barsOf([probe("a", [swap, atom]), b])).toEqual([
    ["whole", "blind/a", 0.5],
    ["whole", "blind/a", 0.3],
  ]);
});

test("of equal probes the first by id is named", () => {
  expect(barsOf([probe("b", [cell(whole, 0.5)]), probe("a", [cell(whole, 0.5)])])).toEqual([
    ["whole", "blind/a", 0.5],
  ]);
});
