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
  /** By level: the factor by which variances were raised, at least 1. */
  readonly inflation: ReadonlyMap<number, number>;
}

const quantile95 = 1.959963984540054;
/** Half of all standard normals are nearer to 0 than this. */
const medianDistance = 0.6744897501960817;
const fewestForInflation = 20;

/**
 * Tests which ratios are off 1, with the rate of false discoveries held over all of them.
 *
 * Where the ratios of a level vary more than their errors explain, all variances of the level are raised by the factor
 * that makes their median fit (genomic control: Devlin and Roeder, Biometrics 55, 1999). That takes for granted that most
 * of a level did not change; with fewer than 20 ratios it cannot be seen, and the factor is 1.
 */
export function testRatios(tests: readonly RatioToTest[], falseDiscoveryRate: number): TestedRatios {
  const inflation = new Map<number, number>();
  for (const level of new Set(tests.map((test) => test.level))) {
    const ofLevel = tests.flatMap((test) => (test.level === level && test.ratio ? [test.ratio] : []));
    inflation.set(level, inflationOf(ofLevel));
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

function inflationOf(ratios: readonly ShareRatio[]): number {
  const distances = ratios
    .filter(({ standardError }) => standardError > 0)
    .map(({ log, standardError }) => Math.abs(log / standardError));
  if (distances.length < fewestForInflation) return 1;
  return Math.max(1, ((quantile(distances, 0.5) ?? 0) / medianDistance) ** 2);
}
