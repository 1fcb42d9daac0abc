import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketOf, describeDay, toDay, toTimeBuckets } from "./time-buckets.ts";

const day = (text: string): number => toDay(`${text}T12:00:00.000Z`) ?? 0;
const evenly = (from: string, days: number, each = 10): Map<number, number> =>
  new Map(Array.from({ length: days }, (_, at) => [day(from) + at, each]));
const starts = (weights: ReadonlyMap<number, number>): string[] =>
  (toTimeBuckets(weights)?.starts ?? []).map(describeDay);

test("three weeks are shown by days", () => {
  const buckets = toTimeBuckets(evenly("2026-01-05", 21, 100));
  expect(buckets?.unit).toBe("day");
  expect(buckets?.starts).toHaveLength(22);
});

test("half a year is shown by weeks from Monday", () => {
  const weights = evenly("2026-01-07", 180, 100);
  expect(toTimeBuckets(weights)?.unit).toBe("week");
  expect(starts(weights).slice(0, 2)).toEqual(["2026-01-05", "2026-01-12"]);
});

test("three years are shown by months, without gaps over those in which nobody wrote", () => {
  const weights = new Map([...evenly("2023-11-20", 10, 100), ...evenly("2026-02-10", 10, 100)]);
  expect(toTimeBuckets(weights)?.unit).toBe("month");
  expect(starts(weights)).toHaveLength(29);
  expect(starts(weights).slice(0, 3)).toEqual(["2023-11-01", "2023-12-01", "2024-01-01"]);
});

test("a date in the wrong century does not stretch the buckets", () => {
  const weights = evenly("2026-01-05", 20, 100);
  weights.set(day("1990-01-01"), 1);
  weights.set(day("2099-12-31"), 1);
  expect(toTimeBuckets(weights)?.unit).toBe("day");
  expect(starts(weights)[0]).toBe("2026-01-05");
});

test("the first day of a single person is not where the buckets begin", () => {
  const weights = evenly("2026-01-05", 20, 100);
  weights.set(day("2025-12-24"), 3);
  expect(starts(weights)[0]).toBe("2026-01-05");
});

test("without any time there are no buckets", () => {
  expect(toTimeBuckets(new Map())).toBeNull();
  expect(toDay(null)).toBeNull();
  expect(toDay("yesterday")).toBeNull();
});

test("there are at most 60 buckets where years are not needed, they leave no gap, and hold nearly all days", () => {
  const days = fc.array(fc.tuple(fc.integer({ min: 10_000, max: 22_000 }), fc.integer({ min: 1, max: 50 })), {
    minLength: 1,
    maxLength: 200,
  });
  fc.assert(
    fc.property(days, (pairs) => {
      const weights = new Map(pairs);
      const buckets = toTimeBuckets(weights);
      if (buckets === null) return expect.unreachable();
      const { unit, starts: edges } = buckets;
      expect(edges.length - 1).toBeGreaterThan(0);
      if (unit !== "year") expect(edges.length - 1).toBeLessThanOrEqual(60);
      expect(edges).toEqual(edges.toSorted((a, b) => a - b));
      let outside = 0;
      let all = 0;
      for (const [at, weight] of weights) {
        all += weight;
        const bucket = bucketOf(buckets, at);
        if (bucket < 0) outside += weight;
        else {
          expect(edges[bucket]).toBeLessThanOrEqual(at);
          expect(edges[bucket + 1]).toBeGreaterThan(at);
        }
      }
      expect(outside).toBeLessThanOrEqual(Math.max(all * 0.001, 18));
    }),
  );
});
