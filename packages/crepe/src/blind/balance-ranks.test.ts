import { createRandom } from "@observatory/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { balanceRanks } from "./balance-ranks.ts";
import { firstPlaceShare, toStanding } from "./first-place.ts";
import { drawSubsets } from "./subsets.ts";

test("subsets are all of them, or as many as asked", () => {
  const random = createRandom(1);
  expect(drawSubsets(4, 2, { limit: 6, random })).toEqual([
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
  ]);
  expect(drawSubsets(2, 3, { limit: 6, random })).toEqual([]);
  const some = drawSubsets(12, 5, { limit: 64, random });
  expect(new Set(some.map(String)).size).toBe(64);
});

test("where every rank can be reached, choice alone makes ranks uniform", () => {
  const random = createRandom(2);
  // Under the probe the true caption beats each of eight candidates two times in three.
  const rows = Array.from({ length: 600 }, () =>
    Float64Array.from({ length: 9 }, (_, c) => (c === 0 ? 1 : random.next() < 1 / 3 ? 2 : 0)),
  );
  const candidates = rows.map(() => [0, 1, 2, 3, 4, 5, 6, 7]);
  const selection = balanceRanks([rows], candidates, { negatives: 2, random });
  const ranks = [0, 0, 0];
  selection.forEach((places, i) => {
    const scores = [1, ...(places ?? []).map((place) => rows[i]?.[place + 1] ?? 0)];
    const { above } = toStanding(scores);
    ranks[above] = (ranks[above] ?? 0) + 1;
  });
  expect(selection.filter((places) => places === null)).toHaveLength(0);
  for (const count of ranks) expect(Math.abs(count - 200)).toBeLessThanOrEqual(4);
});

test("where there is no choice, no more rows go than balance costs", () => {
  // 300 rows are won and 100 lost: 200 have to go.
  const rows = Array.from({ length: 400 }, (_, i) => Float64Array.of(i < 300 ? 1 : -1, 0));
  const selection = balanceRanks(
    [rows],
    rows.map(() => [0]),
    { negatives: 1, random: createRandom(3) },
  );
  const kept = selection.flatMap((places, i) => (places === null ? [] : [i]));
  expect(kept.filter((i) => i >= 300)).toHaveLength(100);
  expect(kept.filter((i) => i < 300).length).toBeGreaterThanOrEqual(98);
  expect(kept.filter((i) => i < 300).length).toBeLessThanOrEqual(106);
});

test("a chosen set is k of a row's candidates, and the same seed chooses the same", () => {
  const scores = fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 5, maxLength: 5 }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(scores, fc.integer(), fc.constantFrom("uniform", "first"), (values, seed, ranks) => {
      const rows = values.map((row) => Float64Array.from(row));
      const candidates = rows.map((_, i) => (i % 7 === 0 ? [1] : [0, 1, 3]));
      const choose = () =>
        balanceRanks([rows], candidates, { negatives: 2, ranks, random: createRandom(seed) });
      const selection = choose();
      expect(choose()).toEqual(selection);
      selection.forEach((places, i) => {
        if (places === null) return;
        expect(places).toHaveLength(2);
        expect(places.every((place) => candidates[i]?.includes(place))).toBe(true);
      });
    }),
    { numRuns: 40 },
  );
});

test("only the first rank counts where that is asked", () => {
  const random = createRandom(5);
  // The true caption is first or second of three, never last: uniform ranks would cost every row.
  const rows = Array.from({ length: 400 }, () => Float64Array.of(1, random.next() < 0.3 ? 2 : 0, 0, 0));
  const candidates = rows.map(() => [0, 1, 2]);
  const selection = balanceRanks([rows], candidates, { negatives: 2, random, ranks: "first" });
  const shares = selection.flatMap((places, i) =>
    places === null
      ? []
      : [firstPlaceShare(toStanding([1, ...places.map((place) => rows[i]?.[place + 1] ?? 0)]))],
  );
  expect(shares.length).toBeGreaterThan(150);
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeCloseTo(1 / 3, 1);
});
