import { createMatrix } from "@observatory/numerics";
import fc from "fast-check";
import { expect, test } from "vitest";
import { countAccounts } from "./bounded-points.ts";
import { longestPull, sumOffsets, toGrid } from "./sum-offsets.ts";

const columns = 3;
const point = fc.record({
  at: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: columns, maxLength: columns }),
  group: fc.integer({ min: -1, max: 4 }),
});
const account = fc.array(point, { minLength: 1, maxLength: 4 });
type Account = typeof account extends fc.Arbitrary<infer T> ? T : never;

function look(accounts: readonly Account[]) {
  const all = accounts.flat();
  const vectors = createMatrix(all.length, columns);
  all.forEach(({ at }, row) => vectors.data.set(at, row * columns));
  const starts = [0];
  for (const own of accounts) starts.push((starts.at(-1) ?? 0) + own.length);
  const points = { starts, vectors, languages: all.map(() => -1) };
  const groupOf = (at: number): number => all[at]?.group ?? -1;
  return {
    counts: countAccounts(points, 5, groupOf),
    sums: sumOffsets(points, createMatrix(5, columns), groupOf),
  };
}

const squaredDifference = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, at) => sum + (value - (b[at] ?? 0)) ** 2, 0);

test("whatever an account says, it changes counts and sums by no more than its bound", () => {
  fc.assert(
    fc.property(fc.array(account, { maxLength: 5 }), account, (others, one) => {
      const without = look(others);
      const withOne = look([...others, one]);
      expect(squaredDifference(withOne.counts, without.counts)).toBeLessThanOrEqual(4);
      expect(squaredDifference(withOne.sums, without.sums)).toBeLessThanOrEqual(4 * longestPull ** 2);
    }),
  );
});

test("a vector on the grid is whole and within bounds, also where it is vast or no number", () => {
  fc.assert(
    fc.property(fc.array(fc.double(), { minLength: 1, maxLength: 40 }), (values) => {
      const steps = toGrid(Float64Array.from(values));
      expect(steps.every(Number.isSafeInteger)).toBe(true);
      expect(steps.reduce((sum, step) => sum + step * step, 0)).toBeLessThanOrEqual(longestPull ** 2);
    }),
  );
  expect([...toGrid(Float64Array.of(0.25, 0, -0.125))]).toEqual([1024, 0, -512]);
});
