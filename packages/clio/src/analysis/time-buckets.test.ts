import fc from "fast-check";
import { expect, test } from "vitest";
import { addToDay, bucketOf, describeDay, toDay, toTimeBuckets, type DayTally } from "./time-buckets.ts";

const day = (text: string): number => toDay(`${text}T12:00:00.000Z`) ?? 0;
const evenly = (from: string, days: number, each = 10): Map<number, number> =>
  new Map(Array.from({ length: days }, (_, at) => [day(from) + at, each]));
/** Each conversation of an account of its own. */
const bucketsOf = (weights: ReadonlyMap<number, number>) => {
  const days = new Map<number, DayTally>();
  for (const [at, weight] of weights)
    for (let one = 0; one < weight; one++) addToDay(days, at, `${at} ${one}`);
  return toTimeBuckets(days);
};
const starts = (weights: ReadonlyMap<number, number>): string[] =>
  (bucketsOf(weights)?.starts ?? []).map(describeDay);

test("three weeks are shown by days", () => {
  const buckets = bucketsOf(evenly("2026-01-05", 21, 100));
  expect(buckets?.unit).toBe("day");
  expect(buckets?.starts).toHaveLength(22);
});

test("half a year is shown by weeks from Monday", () => {
  const weights = evenly("2026-01-07", 180, 100);
  expect(bucketsOf(weights)?.unit).toBe("week");
  expect(starts(weights).slice(0, 2)).toEqual(["2026-01-05", "2026-01-12"]);
});

test("three years are shown by months, without gaps over those in which nobody wrote", () => {
  const weights = new Map([...evenly("2023-11-20", 10, 100), ...evenly("2026-02-10", 10, 100)]);
  expect(bucketsOf(weights)?.unit).toBe("month");
  expect(starts(weights)).toHaveLength(29);
  expect(starts(weights).slice(0, 3)).toEqual(["2023-11-01", "2023-12-01", "2024-01-01"]);
});

test("two months of few conversations are shown by weeks, of many by days", () => {
  expect(bucketsOf(evenly("2026-01-05", 56, 50))?.unit).toBe("week");
  expect(bucketsOf(evenly("2026-01-05", 56, 500))?.unit).toBe("day");
});

test("a date in the wrong century does not stretch the buckets", () => {
  const weights = evenly("2026-01-05", 20, 100);
  weights.set(day("1990-01-01"), 1);
  weights.set(day("2099-12-31"), 1);
  expect(bucketsOf(weights)?.unit).toBe("day");
  expect(starts(weights)[0]).toBe("2026-01-05");
});

test("the first day of a single person is not where the buckets begin", () => {
  const weights = evenly("2026-01-05", 20, 100);
  weights.set(day("2025-12-24"), 3);
  expect(starts(weights)[0]).toBe("2026-01-05");
});

test("where the buckets begin and end tells of no account that wrote much", () => {
  const days = new Map<number, DayTally>();
  for (const [at, weight] of evenly("2026-01-05", 20, 100))
    for (let one = 0; one < weight; one++) addToDay(days, at, `${at} ${one}`);
  for (let one = 0; one < 50; one++) {
    for (const account of ["a", "b", "c", "d"]) {
      addToDay(days, day("2025-11-03") + (one % 7), account);
      addToDay(days, day("2026-04-06") + (one % 7), account);
    }
  }
  expect((toTimeBuckets(days)?.starts ?? []).map(describeDay)).toEqual(starts(evenly("2026-01-05", 20, 100)));
  const few = new Map<number, DayTally>();
  for (let one = 0; one < 100; one++) addToDay(few, day("2026-01-05") + one, `${one % 4}`);
  expect(toTimeBuckets(few)).toBeNull();
});

test("without any time there are no buckets", () => {
  expect(bucketsOf(new Map())).toBeNull();
  expect(toDay(null)).toBeNull();
  expect(toDay("yesterday")).toBeNull();
});

test("there are at most 60 buckets where years are not needed, they leave no gap, and hold nearly all days", () => {
  const days = fc.array(fc.tuple(fc.integer({ min: 10_000, max: 22_000 }), fc.integer({ min: 5, max: 50 })), {
    minLength: 1,
    maxLength: 200,
  });
  fc.assert(
    fc.property(days, (pairs) => {
      const weights = new Map(pairs);
      const buckets = bucketsOf(weights);
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
