import fc from "fast-check";
import { expect, test } from "vitest";
import { addNoise } from "./add-noise.ts";
import { bernoulliExp } from "./bernoulli-exp.ts";
import { floorSqrt, sampleDiscreteGaussian } from "./discrete-gaussian.ts";
import { sampleDiscreteLaplace } from "./discrete-laplace.ts";
import { createSecureBytes } from "./random-bytes.ts";
import { rationalAtLeast, toNumber, type Rational } from "./rational.ts";
import { createSeededBytes } from "./seeded-bytes.test.helper.ts";
import { uniformBelow } from "./uniform-below.ts";

const draws = 10_000;
const ratio = (numerator: number, denominator: number): Rational => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
});

/** How far counts are from what a distribution expects: chi-square over its degrees of freedom, in standard deviations. */
function misfit(sample: () => bigint, weight: (y: number) => number, reach: number): number {
  const values = Array.from({ length: 2 * reach + 1 }, (_, at) => at - reach);
  const total = Array.from({ length: 4001 }, (_, at) => weight(at - 2000)).reduce((a, b) => a + b, 0);
  const counts = new Map(values.map((value) => [value, 0]));
  let beyond = 0;
  for (let draw = 0; draw < draws; draw++) {
    const y = Number(sample());
    const count = counts.get(y);
    if (count === undefined) beyond++;
    else counts.set(y, count + 1);
  }
  const inside = values.reduce((sum, value) => sum + weight(value) / total, 0);
  const cells = [
    ...values.map((value) => [counts.get(value) ?? 0, weight(value) / total]),
    [beyond, 1 - inside],
  ];
  const chiSquare = cells.reduce(
    (sum, [seen = 0, share = 0]) => sum + (seen - draws * share) ** 2 / (draws * share),
    0,
  );
  return (chiSquare - (cells.length - 1)) / Math.sqrt(2 * (cells.length - 1));
}

test.each([
  [1, 1, 6],
  [7, 2, 14],
  [1, 3, 2],
])("discrete Laplace noise of scale %i/%i has its exact distribution", (t, s, reach) => {
  const bytes = createSeededBytes(`laplace ${t} ${s}`);
  const scale = t / s;
  const sample = () => sampleDiscreteLaplace(ratio(t, s), bytes);
  expect(misfit(sample, (y) => Math.exp(-Math.abs(y) / scale), reach)).toBeLessThan(3.5);
  // The same draws against a scale that is a fifth off: the test sees it.
  expect(misfit(sample, (y) => Math.exp(-Math.abs(y) / (1.2 * scale)), reach)).toBeGreaterThan(6);
});

test.each([
  [1, 1, 3],
  [25, 4, 7],
  [1, 5, 1],
  [90, 1, 25],
])("discrete Gaussian noise of variance %i/%i has its exact distribution", (p, q, reach) => {
  const bytes = createSeededBytes(`gauss ${p} ${q}`);
  const variance = p / q;
  const sample = () => sampleDiscreteGaussian(ratio(p, q), bytes);
  expect(misfit(sample, (y) => Math.exp((-y * y) / (2 * variance)), reach)).toBeLessThan(3.5);
  expect(misfit(sample, (y) => Math.exp((-y * y) / (3 * variance)), reach)).toBeGreaterThan(6);
});

test("exp(-gamma) is tossed for gamma of 0, below 1 and above", () => {
  const bytes = createSeededBytes("exp");
  const shareOf = (gamma: Rational): number => {
    let heads = 0;
    for (let toss = 0; toss < draws; toss++) if (bernoulliExp(gamma, bytes)) heads++;
    return heads / draws;
  };
  expect(shareOf(ratio(0, 1))).toBe(1);
  for (const [p, q] of [
    [1, 2],
    [1, 1],
    [7, 3],
  ] as const)
    expect(Math.abs(shareOf(ratio(p, q)) - Math.exp(-p / q))).toBeLessThan(0.017);
});

test("numbers far beyond floating point are drawn exactly", () => {
  const bytes = createSeededBytes("far");
  const huge = 10n ** 40n;
  const wide = sampleDiscreteGaussian({ numerator: huge, denominator: 1n }, bytes);
  expect(wide % 10n ** 6n).not.toBe(0n);
  // Of odds of one to 2 ** 200 not one is drawn, and what is above them is never taken for certain.
  const rare = { numerator: 200n * 10n ** 30n, denominator: 10n ** 30n };
  expect(Array.from({ length: 2000 }, () => bernoulliExp(rare, bytes))).not.toContain(true);
  expect(
    Array.from({ length: 500 }, () => sampleDiscreteGaussian({ numerator: 1n, denominator: huge }, bytes)),
  ).toEqual(Array.from({ length: 500 }, () => 0n));
});

test("every whole number below a limit is as likely, whatever the limit", () => {
  const bytes = createSeededBytes("uniform");
  const counts = Array.from({ length: 7 }, () => 0);
  for (let draw = 0; draw < 14_000; draw++) {
    const value = Number(uniformBelow(7n, bytes));
    counts[value] = (counts[value] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(180);
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 1n << 200n }), (limit) => {
      const value = uniformBelow(limit, bytes);
      expect(value >= 0n && value < limit).toBe(true);
    }),
  );
});

test("a variance is never rounded down, and a square root never up", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), (value) => {
      expect(toNumber(rationalAtLeast(value))).toBeGreaterThanOrEqual(value);
    }),
  );
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 1n << 300n }), (value) => {
      const root = floorSqrt(value);
      expect(root * root <= value && (root + 1n) * (root + 1n) > value).toBe(true);
    }),
  );
});

test("noise of the operating system differs from draw to draw", () => {
  const bytes = createSecureBytes();
  const variance = { numerator: 10n ** 12n, denominator: 1n };
  expect(
    new Set(
      addNoise(
        Array.from({ length: 50 }, () => 0),
        variance,
        bytes,
      ),
    ).size,
  ).toBe(50);
});
