import { createRandom } from "@observatory/core";
import { expect, test } from "vitest";
import type { AnalysedRow } from "./complexity-effects.ts";
import { toDoseSlopes } from "./dose-slopes.ts";

/** Rows of two a image, right with these log odds at a dose of none and for ten times the captions. */
function simulate(seed: number, slope: number, count = 600): AnalysedRow[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const rarestCompound = random.pick([0, 1, 9, 99, 999]);
    const odds = Math.exp(-1 + slope * Math.log10(1 + rarestCompound));
    return {
      row: { split: { training: { split: "SC", rarestCompound } } },
      type: "atom",
      words: { own: 5, mean: 5 },
      hitAt1: random.next() < odds / (1 + odds) ? 1 : 0,
      negatives: 5,
      imageId: `image ${i % (count / 2)}`,
    };
  });
}

const options = { resamples: 200, random: createRandom(1) };

test("finds the slope that was put in, with an interval that holds it", async () => {
  const [found] = await toDoseSlopes(simulate(3, 0.8), options);
  const [low = 9, high = 0] = found?.slope?.interval ?? [];
  expect([low > 0.4, low < 0.8, high > 0.8, high < 1.2]).toEqual([true, true, true, true]);
  expect(found).toMatchObject({ trainingSet: "training", type: "atom", rows: 600, images: 300 });
});

test("finds none where there is none, in 95 of 100 cases", async () => {
  let covered = 0;
  for (let seed = 0; seed < 20; seed++) {
    const [found] = await toDoseSlopes(simulate(seed, 0, 300), options);
    const [low = 1, high = -1] = found?.slope?.interval ?? [];
    if (low <= 0 && 0 <= high) covered++;
  }
  expect(covered).toBeGreaterThanOrEqual(17);
});

test("says why there is no slope", async () => {
  const rows = simulate(1, 0.5);
  const change = (hitOf: (dose: number) => number) =>
    rows.map((one) => ({ ...one, hitAt1: hitOf(one.row.split?.["training"]?.rarestCompound ?? 0) }));
  const reasonOf = async (some: readonly AnalysedRow[]) =>
    (await toDoseSlopes(some, options)).map(({ slope, reason }) => (slope === null ? reason : "a slope"));
  expect(await reasonOf(rows)).toEqual(["a slope"]);
  expect(await reasonOf(rows.slice(0, 20))).toEqual(["too-few-images"]);
  expect(await reasonOf(rows.filter(({ row }) => row.split?.["training"]?.rarestCompound === 9))).toEqual([
    "one-dose",
  ]);
  expect(await reasonOf(change(() => 1))).toEqual(["all-alike"]);
  // Who gives all captions the same has its chance, to the last bit and not a slope of 1e-17.
  expect(await reasonOf(change(() => 1 / 6))).toEqual(["all-alike"]);
  const missed = (images: number) => rows.map((one, i) => ({ ...one, hitAt1: i < images ? 0 : 1 }));
  expect(await reasonOf(missed(14))).toEqual(["nearly-all-alike"]);
  expect(await reasonOf(change((dose) => (dose > 5 ? 1 : 0)))).toEqual(["separated"]);
  expect(await reasonOf(rows.map((one) => ({ ...one, row: {} })))).toEqual([]);
});
