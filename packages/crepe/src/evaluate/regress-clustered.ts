import type { Random } from "@observatory/core";
import { drawBootstrapCounts, percentileInterval, solveSymmetric } from "@observatory/numerics";
import { setImmediate } from "node:timers/promises";
import type { Estimate } from "./analyses.ts";

/** One observation. */
export interface Observation {
  readonly outcome: number;
  /** What the bootstrap draws as a whole. */
  readonly unit: string;
  /** The same number of terms for all; the first is the one that is asked about. No constant: that is added. */
  readonly terms: readonly number[];
}

/** What is nearer to 0 than this is rounding: outcomes and their differences are shares. */
const rounding = 1e-10;

/**
 * The coefficient of the first term in a least-squares regression with a constant, with a 95 % percentile interval from a
 * bootstrap that draws units, each with all its observations. Null where the other terms determine the first; of the others
 * those that earlier ones determine are left out.
 *
 * For outcomes between 0 and 1 this is a linear probability model: the coefficient is a difference of shares. Resamples in
 * which it is not determined are left out of the interval.
 */
export async function regressClustered(
  observations: readonly Observation[],
  options: { readonly random: Random; readonly resamples: number; readonly signal?: AbortSignal },
): Promise<Estimate | null> {
  const scaled = dropDetermined(scaleTerms(observations));
  const size = (scaled.observations[0]?.terms.length ?? 0) + 1;
  const sums = sumByUnit(scaled.observations, size);
  const value = fit(sums, null, size);
  if (value === null) return null;
  const draws: number[] = [];
  for (let resample = 0; resample < options.resamples; resample++) {
    if (resample % 20 === 19) {
      await setImmediate();
      options.signal?.throwIfAborted();
    }
    const drawn = fit(sums, drawBootstrapCounts(sums.length, options.random), size);
    if (drawn !== null) draws.push(withoutRounding(drawn) / scaled.scale);
  }
  const own = withoutRounding(value) / scaled.scale;
  return { value: own, interval: percentileInterval(draws) ?? [own, own] };
}

/** So that what is 0 by construction is not told from 0 by an interval of 1e-17. */
function withoutRounding(value: number): number {
  return Math.abs(value) < rounding ? 0 : value;
}

interface Scaled {
  readonly observations: readonly Observation[];
  /** By how much the first term was divided. */
  readonly scale: number;
}

/** Terms of mean 0 and variance 1, so that whether they are determined does not hang on their units. */
function scaleTerms(observations: readonly Observation[]): Scaled {
  const [first] = observations;
  const moments = (first?.terms ?? []).map((_, at) => {
    const values = observations.map(({ terms }) => terms[at] ?? 0);
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
    return { mean, deviation: variance > 0 ? Math.sqrt(variance) : 1 };
  });
  return {
    observations: observations.map(({ terms, ...rest }) => ({
      ...rest,
      terms: moments.map(({ mean, deviation }, at) => ((terms[at] ?? 0) - mean) / deviation),
    })),
    scale: moments[0]?.deviation ?? 1,
  };
}

/** Without those of the other terms that a constant and the ones before determine. */
function dropDetermined({ observations, scale }: Scaled): Scaled {
  const terms = observations[0]?.terms.length ?? 0;
  const kept: number[] = [];
  for (let term = 1; term < terms; term++) {
    const columns = [...kept, term];
    const size = columns.length;
    const products = new Float64Array(size * size);
    for (const row of observations) {
      columns.forEach((a, i) =>
        columns.forEach((b, j) => {
          products[i * size + j] = (products[i * size + j] ?? 0) + (row.terms[a] ?? 0) * (row.terms[b] ?? 0);
        }),
      );
    }
    if (solveSymmetric(products, new Float64Array(size)) !== null) kept.push(term);
  }
  const pick = [0, ...kept];
  return {
    observations: observations.map((row) => ({ ...row, terms: pick.map((term) => row.terms[term] ?? 0) })),
    scale,
  };
}

/** For each unit the products of all its rows' terms: the matrix, then the right side. */
function sumByUnit(observations: readonly Observation[], size: number): readonly Float64Array[] {
  const units = new Map<string, Float64Array>();
  for (const { unit, outcome, terms } of observations) {
    const sums = units.get(unit) ?? new Float64Array(size * size + size);
    units.set(unit, sums);
    // The term that is asked about comes last: whether the rest determines it shows in its pivot alone.
    const row = [1, ...terms.slice(1), ...terms.slice(0, 1)];
    row.forEach((x, i) => {
      row.forEach((y, j) => (sums[i * size + j] = (sums[i * size + j] ?? 0) + x * y));
      sums[size * size + i] = (sums[size * size + i] ?? 0) + x * outcome;
    });
  }
  return [...units.values()];
}

function fit(units: readonly Float64Array[], counts: Uint32Array | null, size: number): number | null {
  const sums = new Float64Array(size * size + size);
  units.forEach((unit, i) => {
    const times = counts === null ? 1 : (counts[i] ?? 0);
    if (times === 0) return;
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + times * (unit[at] ?? 0);
  });
  const solved = solveSymmetric(sums.subarray(0, size * size), sums.subarray(size * size));
  return solved?.[size - 1] ?? null;
}
