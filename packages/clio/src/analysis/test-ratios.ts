import { benjaminiHochberg, normalQuantile, normalTail } from "@observatory/numerics/statistics";
import type { ShareRatio } from "./share-ratio.ts";

/** A ratio of shares to be tested among others of its level. */
export interface RatioToTest {
  readonly level: number;
  readonly ratio: ShareRatio | null;
}

export interface TestedRatio {
  /** Null, like what follows, where there is no ratio. */
  readonly ratio: number | null;
  /** 95 %. */
  readonly interval: readonly [number, number] | null;
  /** Two-sided, before correction for many tests. */
  readonly pValue: number | null;
  /** `steady` unless the ratio is off 1 after correction. */
  readonly change: "grew" | "shrank" | "steady";
}

export interface TestedRatios {
  /** In the order of the ratios. */
  readonly results: readonly TestedRatio[];
  /** By level: the standard deviation of log ratios that is not sampling; null where there were too few to see it. */
  readonly borderSpread: ReadonlyMap<number, number | null>;
}

const quantile95 = normalQuantile(0.975);
const fewestForSpread = 20;
/** Of a level, the share that may really have changed without widening the others. */
const setAside = 0.05;

/**
 * Tests which ratios are off 1, with the rate of false discoveries held over all of them.
 *
 * Clusters of two runs have other borders, so their ratios vary more than their errors explain. What they vary more is
 * taken for normal and added to each variance, as between the studies of a meta-analysis (DerSimonian and Laird, Controlled
 * Clinical Trials 7, 1986): for each level the mean of squared log ratio less squared error, without the largest 5 %. Real
 * changes of many clusters are taken for moved borders. A level of fewer than 20 ratios takes what all levels give together.
 */
export function testRatios(tests: readonly RatioToTest[], falseDiscoveryRate: number): TestedRatios {
  const borderSpread = new Map<number, number | null>();
  const ofAll = spreadOf(tests);
  for (const level of new Set(tests.map((test) => test.level))) {
    borderSpread.set(level, spreadOf(tests.filter((test) => test.level === level)) ?? ofAll);
  }
  const widened = tests.map(({ level, ratio }) => {
    if (ratio === null) return null;
    const error = Math.hypot(ratio.standardError, borderSpread.get(level) ?? 0);
    return { log: ratio.log, error, pValue: 2 * normalTail(error === 0 ? 0 : Math.abs(ratio.log) / error) };
  });
  const pValues = widened.flatMap((test) => test?.pValue ?? []);
  const believed = benjaminiHochberg(pValues, { rate: falseDiscoveryRate });
  let next = 0;
  const results = widened.map((test): TestedRatio => {
    if (test === null) return { ratio: null, interval: null, pValue: null, change: "steady" };
    const isOff = believed[next++] === true;
    const reach = quantile95 * test.error;
    return {
      ratio: Math.exp(test.log),
      interval: [Math.exp(test.log - reach), Math.exp(test.log + reach)],
      pValue: test.pValue,
      change: !isOff ? "steady" : test.log > 0 ? "grew" : "shrank",
    };
  });
  return { results, borderSpread };
}

function spreadOf(tests: readonly RatioToTest[]): number | null {
  const excess = tests
    .flatMap(({ ratio }) => (ratio === null ? [] : [ratio.log ** 2 - ratio.standardError ** 2]))
    .toSorted((a, b) => a - b);
  if (excess.length < fewestForSpread) return null;
  const kept = excess.slice(0, Math.ceil(excess.length * (1 - setAside)));
  return Math.sqrt(Math.max(0, kept.reduce((sum, value) => sum + value, 0) / kept.length));
}
