import type { RowScores } from "./score-rows.ts";

/** A linear mixture of probes: what someone learns who sees only their scores. */
export interface Combination {
  /** One weight for each probe, for scores as they are. */
  readonly weights: Float64Array;
  /** Scores of one row's captions, from the scores that each probe gave them. */
  score(row: readonly RowScores[]): RowScores;
}

/**
 * Fits the conditional logit model (McFadden, Conditional logit analysis of qualitative choice behavior, 1974) to the
 * choice of the true caption, by Newton's method with a ridge penalty of 1 on standardised weights, which keeps
 * perfectly separated rows finite.
 *
 * @param rows for each row the scores of each probe, the true caption's first
 */
export function fitCombination(rows: readonly (readonly RowScores[])[]): Combination {
  const size = rows[0]?.length ?? 0;
  const scales = Float64Array.from({ length: size }, (_, p) => withinRowScale(rows, p));
  const standard = rows.map((row) =>
    row.map((scores, p) => centre(scores).map((value) => value * (scales[p] ?? 0))),
  );
  let weights = new Float64Array(size);
  let fit = evaluate(standard, weights);
  for (let step = 0; step < 30; step++) {
    const move = solve(fit.curvature, fit.slope);
    let next = evaluate(standard, add(weights, move, 1));
    let length = 1;
    while (next.value < fit.value && length > 1e-3) {
      length /= 2;
      next = evaluate(standard, add(weights, move, length));
    }
    if (next.value <= fit.value + 1e-9 * rows.length) break;
    weights = add(weights, move, length);
    fit = next;
  }
  const plain = weights.map((weight, p) => weight * (scales[p] ?? 0));
  return { weights: plain, score: (row) => mix(row, plain) };
}

function mix(row: readonly RowScores[], weights: Float64Array): RowScores {
  const sum = new Float64Array(row[0]?.length ?? 0);
  row.forEach((scores, p) => {
    for (let c = 0; c < sum.length; c++) sum[c] = (sum[c] ?? 0) + (scores[c] ?? 0) * (weights[p] ?? 0);
  });
  return sum;
}

/** 1 over the standard deviation within rows; 0 for a probe that never tells captions of a row apart. */
function withinRowScale(rows: readonly (readonly RowScores[])[], probe: number): number {
  let squares = 0;
  let count = 0;
  for (const row of rows) {
    for (const value of centre(row[probe] ?? new Float64Array())) squares += value * value;
    count += row[probe]?.length ?? 0;
  }
  const deviation = Math.sqrt(squares / Math.max(1, count));
  return deviation > 1e-9 ? 1 / deviation : 0;
}

function centre(scores: RowScores): RowScores {
  const mean = scores.reduce((sum, value) => sum + value, 0) / scores.length;
  return scores.map((value) => value - mean);
}

interface Fit {
  readonly value: number;
  readonly slope: Float64Array;
  /** Minus the Hessian, row by row; positive definite by the ridge. */
  readonly curvature: Float64Array[];
}

function evaluate(rows: readonly (readonly RowScores[])[], weights: Float64Array): Fit {
  const size = weights.length;
  let value = -0.5 * weights.reduce((sum, weight) => sum + weight * weight, 0);
  const slope = weights.map((weight) => -weight);
  const curvature = Array.from({ length: size }, (_, p) =>
    Float64Array.from({ length: size }, (_, q) => (p === q ? 1 : 0)),
  );
  const mean = new Float64Array(size);
  for (const row of rows) {
    const shares = softmax(mix(row, weights));
    value += Math.log(Math.max(shares[0] ?? 0, 1e-300));
    for (let p = 0; p < size; p++) {
      mean[p] = (row[p] ?? shares).reduce((sum, feature, c) => sum + feature * (shares[c] ?? 0), 0);
      slope[p] = (slope[p] ?? 0) + (row[p]?.[0] ?? 0) - (mean[p] ?? 0);
    }
    for (let p = 0; p < size; p++) {
      const line = curvature[p] ?? slope;
      for (let q = 0; q <= p; q++) {
        let product = -(mean[p] ?? 0) * (mean[q] ?? 0);
        for (let c = 0; c < shares.length; c++)
          product += (shares[c] ?? 0) * (row[p]?.[c] ?? 0) * (row[q]?.[c] ?? 0);
        line[q] = (line[q] ?? 0) + product;
      }
    }
  }
  curvature.forEach((line, p) => {
    for (let q = p + 1; q < size; q++) line[q] = curvature[q]?.[p] ?? 0;
  });
  return { value, slope, curvature };
}

function softmax(scores: RowScores): Float64Array {
  const top = scores.reduce((best, score) => Math.max(best, score), -Infinity);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function add(a: Float64Array, b: Float64Array, factor: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(a, (value, i) => value + factor * (b[i] ?? 0));
}

/** Solves a positive definite system by Cholesky's factorisation. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const lower = matrix.map((line) => Float64Array.from(line));
  const at = (i: number, j: number): number => lower[i]?.[j] ?? 0;
  const solution = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(i, j);
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      const line = lower[i];
      if (line !== undefined) line[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j);
    }
  }
  for (let i = 0; i < size; i++) {
    let sum = solution[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= at(i, k) * (solution[k] ?? 0);
    solution[i] = sum / at(i, i);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = solution[i] ?? 0;
    for (let k = i + 1; k < size; k++) sum -= at(k, i) * (solution[k] ?? 0);
    solution[i] = sum / at(i, i);
  }
  return solution;
}
