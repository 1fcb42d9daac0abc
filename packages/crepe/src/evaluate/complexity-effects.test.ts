import { createRandom, type Random } from "@observatory/core";
import { expect, test } from "vitest";
import { toComplexityEffects, type AnalysedRow } from "./complexity-effects.ts";

/** Rows whose captions grow with n, and a scorer whose odds of being right fall by n or by length alone. */
function simulate(
  random: Random,
  falls: { readonly byAtom: number; readonly byWord: number },
): AnalysedRow[] {
  return Array.from({ length: 900 }, (_, i) => {
    const n = 4 + random.integer(9);
    const words = Math.max(3, Math.round(1.5 * n + 3 * random.normal()));
    const odds = Math.exp(3 - falls.byAtom * (n - 4) - falls.byWord * (words - 6));
    return {
      row: { n },
      words: { own: words, mean: words },
      type: "atom",
      hitAt1: random.next() < odds / (1 + odds) ? 1 : 0,
      negatives: 5,
      imageId: `image ${i % 300}`,
    };
  });
}

const options = (seed: number) => ({ random: createRandom(seed), resamples: 200 });

test("takes a fall that comes by length alone for none of n", async () => {
  const low: number[] = [];
  let covered = 0;
  for (let seed = 0; seed < 20; seed++) {
    const rows = simulate(createRandom(seed), { byAtom: 0, byWord: 0.25 });
    const [effect] = await toComplexityEffects(rows, options(seed));
    low.push(effect?.total?.interval[1] ?? 1);
    const [from = 1, to = -1] = effect?.partial?.interval ?? [];
    if (from <= 0 && 0 <= to) covered++;
  }
  // As it comes, every one of the simulations shows a fall; at fixed length 95 of 100 intervals hold nothing.
  expect(Math.max(...low)).toBeLessThan(0);
  expect(covered).toBeGreaterThanOrEqual(17);
});

test("finds a fall that is one of n, at fixed length", async () => {
  for (let seed = 0; seed < 5; seed++) {
    const rows = simulate(createRandom(seed), { byAtom: 0.5, byWord: 0 });
    const [effect] = await toComplexityEffects(rows, options(seed));
    expect(effect?.partial?.interval[1]).toBeLessThan(0);
    expect(effect).toMatchObject({ type: "atom", rows: 900, images: 300, fixed: ["words"] });
  }
});

test("gives a scorer that picks the shortest caption of each row no effect of n", async () => {
  const random = createRandom(3);
  // Families of two: each caption is once the true one, so that nothing is gained in all.
  const rows = Array.from({ length: 200 }, (_, family) => {
    const n = 4 + random.integer(9);
    const lengths = [n + random.integer(5), n + 5 + random.integer(5)];
    const mean = lengths.reduce((sum, words) => sum + words, 0) / 2;
    return lengths.map((own, i) => ({
      row: { n },
      words: { own, mean },
      type: "atom",
      hitAt1: i === 0 ? 1 : 0,
      negatives: 1,
      imageId: `family ${family}`,
    }));
  }).flat();
  const [effect] = await toComplexityEffects(rows, options(1));
  expect(effect?.total?.value).toBeCloseTo(0, 9);
  expect(effect?.partial?.value).toBeCloseTo(0, 9);
});

test("says why there is no effect", async () => {
  const rows = simulate(createRandom(1), { byAtom: 0, byWord: 0 });
  const reasonOf = async (some: readonly AnalysedRow[]) =>
    (await toComplexityEffects(some, options(1))).map(({ reason }) => reason);
  expect(await reasonOf(rows.slice(0, 20))).toEqual(["too-few-images"]);
  expect(await reasonOf(rows.map((one) => ({ ...one, row: { ...one.row, n: 5 } })))).toEqual([
    "one-complexity",
  ]);
  const tied = rows.map((one) => ({ ...one, words: { own: one.row.n ?? 0, mean: one.row.n ?? 0 } }));
  expect(await reasonOf(tied)).toEqual(["fixed-by-length-and-style"]);
  expect(await reasonOf(rows.map((one) => ({ ...one, row: {} })))).toEqual([]);
});
