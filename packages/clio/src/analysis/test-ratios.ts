import { benjaminiHochberg, normalQuantile, normalTail, quantile } from "@observatory/numerics/statistics";
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
  /** By level: the factor by which variances were raised, at least 1; null where there were too few ratios to see it. */
  readonly inflation: ReadonlyMap<number, number | null>;
}

const quantile95 = normalQuantile(0.975);
/** Half of all standard normals are nearer to 0 than this. */
const medianDistance = normalQuantile(0.75);
const fewestForInflation = 20;

/**
 * Tests which ratios are off 1, with the rate of false discoveries held over all of them.
 *
 * Where the ratios of a level vary more than their errors explain, all variances of the level are raised by the factor
 * that makes their median fit (genomic control: Devlin and Roeder, Biometrics 55, 1999). That takes for granted that most
 * of a level did not change. A level of fewer than 20 ratios takes the factor of all levels together.
 */
export function testRatios(tests: readonly RatioToTest[], falseDiscoveryRate: number): TestedRatios {
  const inflation = new Map<number, number | null>();
  const ofAll = inflationOf(tests);
  for (const level of new Set(tests.map((test) => test.level))) {
    inflation.set(level, inflationOf(tests.filter((test) => test.level === level)) ?? ofAll);
  }
  const raised = tests.map(({ level, ratio }) => {
    if (ratio === null) return null;
    const error = ratio.standardError * Math.sqrt(inflation.get(level) ?? 1);
    return { log: ratio.log, error, pValue: 2 * normalTail(error === 0 ? 0 : Math.abs(ratio.log) / error) };
  });
  const pValues = raised.flatMap((test) => test?.pValue ?? []);
  const believed = benjaminiHochberg(pValues, { rate: falseDiscoveryRate });
  let next = 0;
  const results = raised.map((test): TestedRatio => {
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
  return { results, inflation };
}

function inflationOf(tests: readonly RatioToTest[]): number | null {
  const distances = tests.flatMap(({ ratio }) =>
    ratio !== null && ratio.standardError > 0 ? [Math.abs(ratio.log) / ratio.standardError] : [],
  );
  const median = quantile(distances, 0.5);
  if (median === null || distances.length < fewestForInflation) return null;
  return Math.max(1, (median / medianDistance) ** 2);
}
