import { createRandom, type Random } from "@observatory/core";
import { benjaminiHochberg } from "@observatory/numerics";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareShares, poolPerAccount, type TwoShares } from "./compare-shares.ts";

const plain = { perAccount: 1, otherPerAccount: 1, partUnit: 0, wholeUnit: 0 };

test("a case computed by hand: 30 of 100 here, 70 of 900 elsewhere", () => {
  const compared = compareShares({ part: 30, whole: 100, otherPart: 70, otherWhole: 900, ...plain });
  // 0.3 / 0.0778; log variance 0.7/30 + 0.9222/70 = 0.036508; exp(1.959964 * 0.191070) = 1.45426.
  expect(compared?.ratio).toBeCloseTo(3.857143, 5);
  expect(compared?.interval?.[0]).toBeCloseTo(3.857143 / 1.45426, 3);
  expect(compared?.interval?.[1]).toBeCloseTo(3.857143 * 1.45426, 3);
  // asin(sqrt(0.3)) - asin(sqrt(0.1)) = 0.579640 - 0.321751; spread 0.9 / 400; z = 5.4368.
  expect(compared?.pValue).toBeGreaterThan(5e-8);
  expect(compared?.pValue).toBeLessThan(6e-8);
});

test("accounts of three conversations each make the interval as wide as a fifth of the conversations would", () => {
  const counts = { part: 300, whole: 1000, otherPart: 700, otherWhole: 9000, ...plain };
  const crowded = compareShares({ ...counts, perAccount: 3, otherPerAccount: 3 });
  const fewer = compareShares({ ...counts, part: 60, whole: 200, otherPart: 140, otherWhole: 1800 });
  expect(crowded?.interval?.[0]).toBeCloseTo(fewer?.interval?.[0] ?? 0, 10);
  expect(crowded?.pValue).toBeCloseTo(fewer?.pValue ?? 0, 10);
});

test("rounding widens the interval", () => {
  const counts = { part: 20, whole: 100, otherPart: 70, otherWhole: 900, ...plain };
  const exact = compareShares(counts);
  const rounded = compareShares({ ...counts, partUnit: 5, wholeUnit: 5 });
  expect(rounded?.interval?.[0]).toBeLessThan(exact?.interval?.[0] ?? 0);
  expect(rounded?.pValue).toBeGreaterThan(exact?.pValue ?? 1);
});

test("what is found nowhere else has no ratio, but stands out", () => {
  const compared = compareShares({ part: 30, whole: 100, otherPart: 0, otherWhole: 900, ...plain });
  expect(compared).toMatchObject({ ratio: null, interval: null });
  expect(compared?.pValue).toBeLessThan(1e-10);
});

test("where there is no elsewhere, nothing is compared", () => {
  expect(compareShares({ part: 10, whole: 100, otherPart: 10, otherWhole: 0, ...plain })).toBeNull();
});

test("the interval holds the ratio, all is finite, and p-values are probabilities", () => {
  const size = fc.integer({ min: 1, max: 1000 });
  const unit = fc.constantFrom(0, 5, 10);
  fc.assert(
    fc.property(size, size, size, size, unit, (part, restOfWhole, otherPart, restOfOther, partUnit) => {
      const counts: TwoShares = {
        part,
        whole: part + restOfWhole,
        otherPart,
        otherWhole: otherPart + restOfOther,
        ...plain,
        partUnit,
      };
      const compared = compareShares(counts);
      if (compared === null) return expect.unreachable();
      const { ratio, interval, pValue } = compared;
      if (ratio === null || interval === null) return expect.unreachable();
      expect(interval[0]).toBeLessThanOrEqual(ratio);
      expect(interval[1]).toBeGreaterThanOrEqual(ratio);
      expect([ratio, ...interval, pValue].every(Number.isFinite)).toBe(true);
      expect(pValue >= 0 && pValue <= 1).toBe(true);
    }),
  );
});

interface NullCorpus {
  readonly clusters: number;
  readonly values: number;
  readonly accounts: number;
  /** Probability that an account's next conversation is in the cluster of its last. */
  readonly loyalty: number;
  readonly unit: number;
}

/** P-values of a corpus in which no value has to do with any cluster; accounts have geometric numbers of conversations. Cells under 10 are hidden. */
function testNullCorpus(random: Random, { clusters, values, accounts, loyalty, unit }: NullCorpus) {
  const cells = new Float64Array(clusters * values);
  const accountsOf = new Float64Array(clusters * values);
  const round = (count: number): number =>
    unit === 0 ? count : unit * Math.floor(count / unit + random.next());
  for (let account = 0; account < accounts; account++) {
    // A value of the account, the first ones frequent and the last ones rare.
    const value = Math.floor(random.next() ** 3 * values);
    let cluster = random.integer(clusters);
    const seen = new Set<number>();
    do {
      if (random.next() >= loyalty) cluster = random.integer(clusters);
      const cell = cluster * values + value;
      cells[cell] = (cells[cell] ?? 0) + 1;
      if (!seen.has(cell)) accountsOf[cell] = (accountsOf[cell] ?? 0) + 1;
      seen.add(cell);
    } while (random.next() < 0.5);
  }
  const sum = (list: Float64Array, of: (cell: number) => boolean): number =>
    list.reduce((total, held, cell) => (of(cell) ? total + held : total), 0);
  const total = sum(cells, () => true);
  const shown = [...cells.keys()].flatMap((cell) => {
    const held = round(cells[cell] ?? 0);
    const by = Math.min(held, round(accountsOf[cell] ?? 0));
    return (cells[cell] ?? 0) < 10 || by === 0 ? [] : [{ cell, held, by }];
  });
  const pooled = poolPerAccount(shown.map(({ held, by }) => ({ conversations: held, accounts: by })));
  const pValues = shown.flatMap(({ cell, held, by }) => {
    const cluster = Math.floor(cell / values);
    const whole = sum(cells, (one) => Math.floor(one / values) === cluster);
    const ofValue = round(sum(cells, (one) => one % values === cell % values));
    const compared = compareShares({
      part: held,
      whole,
      otherPart: ofValue - held,
      otherWhole: total - whole,
      perAccount: Math.max(held / by, pooled),
      otherPerAccount: 2,
      partUnit: unit,
      wholeUnit: unit,
    });
    return compared === null ? [] : [compared.pValue];
  });
  return { pValues, tests: cells.length };
}

test.each([
  { clusters: 20, values: 8, accounts: 3000, loyalty: 0, unit: 5 },
  { clusters: 20, values: 8, accounts: 3000, loyalty: 1, unit: 5 },
  { clusters: 10, values: 4, accounts: 1500, loyalty: 0.5, unit: 0 },
])("in a corpus without any finding something is called one in about one of twenty: %o", (corpus) => {
  const random = createRandom("null corpora");
  const rounds = 200;
  let wrong = 0;
  for (let round = 0; round < rounds; round++) {
    const { pValues, tests } = testNullCorpus(random.fork(String(round)), corpus);
    if (benjaminiHochberg(pValues, { rate: 0.05, tests }).includes(true)) wrong++;
  }
  // Three standard errors above 5 %.
  expect(wrong / rounds).toBeLessThan(0.1);
});
