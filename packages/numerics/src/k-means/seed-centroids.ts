import type { Random } from "@observatory/core";
import type { MatrixEngine } from "../engine/matrix-engine.ts";
import { createMatrix, rowOf, selectRows, type Matrix } from "../matrix.ts";
import type { PreparedPoints } from "./prepare-points.ts";

export interface SeedOptions {
  readonly clusters: number;
  readonly random: Random;
  readonly engine: MatrixEngine;
  /** Points that are drawn for each centroid, of which the best is taken; 8 to 32 unless told, as time allows. */
  readonly candidates?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Points that choose the seeds: all, or so many drawn at random. */
const leastSample = 20_000;
const samplePerCluster = 8;
/** Distances that are computed in all, unless that leaves fewer than eight candidates for each centroid. */
const wantedDistances = 1e8;
/** Distances that are held at once. */
const mostDistances = 2 ** 24;
/** Squared distances below this part of the squared length are rounding of float32 products. */
const rounding = 1e-6;

/**
 * Greedy k-means++: draws candidates with probability proportional to their squared distance from the centroids so
 * far, and takes the one that lowers the sum of these distances most.
 *
 * Candidates of several steps are drawn at once, at most an eighth of the centroids so far, so that all distances
 * come from large products; each step still judges its candidates against all centroids before it. Beyond 20,000
 * points and 8 points a cluster, a random sample stands for the points.
 *
 * Where there are fewer distinct points than clusters, the first centroid fills the rest.
 *
 * D. Arthur and S. Vassilvitskii, "k-means++: the advantages of careful seeding", 2007, with the greedy choice
 * that its authors tried and scikit-learn uses.
 */
export async function seedCentroids(prepared: PreparedPoints, options: SeedOptions): Promise<Matrix> {
  const { clusters, random, engine, signal } = options;
  const { points, squares } = drawSample(
    prepared,
    Math.max(leastSample, samplePerCluster * clusters),
    random,
  );
  const affordable = Math.floor(wantedDistances / (clusters * Math.max(1, points.rows)));
  const candidates = options.candidates ?? Math.max(8, Math.min(32, affordable));
  const centroids = createMatrix(clusters, points.columns, { shared: true });
  if (points.rows === 0) return centroids;

  const mostSteps = Math.max(1, Math.floor(mostDistances / (candidates * points.rows)));
  const distances = new Float32Array(
    new SharedArrayBuffer(4 * points.rows * candidates * Math.min(mostSteps, clusters)),
  );
  const nearest = new Float64Array(points.rows).fill(1);
  let chosen = 0;
  while (chosen < clusters) {
    const steps = Math.max(1, Math.min(mostSteps, clusters - chosen, Math.floor(chosen / 8)));
    const drawn = drawProportionally(nearest, steps * candidates, random);
    if (drawn.length === 0) break;
    const targets = selectRows(points, drawn, { shared: true });
    await engine.distances({ queries: points, querySquares: squares, targets, distances, signal });
    for (let step = 0; step < steps; step++) {
      if (chosen === 0) nearest.fill(Infinity);
      const target = bestCandidate(nearest, distances, step * candidates, candidates);
      if (target === null) continue;
      centroids.data.set(rowOf(targets, target), chosen * points.columns);
      takeNearer(nearest, distances.subarray(target * points.rows, (target + 1) * points.rows), squares);
      chosen++;
    }
  }
  for (let row = chosen; row < clusters; row++)
    centroids.data.copyWithin(row * points.columns, 0, points.columns);
  return centroids;
}

function drawSample(
  { points, squares }: PreparedPoints,
  size: number,
  random: Random,
): Pick<PreparedPoints, "points" | "squares"> {
  if (points.rows <= size) return { points, squares };
  const order = Uint32Array.from({ length: points.rows }, (_, index) => index);
  for (let i = 0; i < size; i++) {
    const j = i + random.integer(points.rows - i);
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  const rows = order.subarray(0, size).sort();
  return {
    points: selectRows(points, rows, { shared: true }),
    squares: Float64Array.from(rows, (row) => squares[row] ?? 0),
  };
}

/** Draws indices with replacement, with probability proportional to weight; none where all weights are 0. */
function drawProportionally(weights: Float64Array, count: number, random: Random): number[] {
  const cumulative = new Float64Array(weights.length);
  let total = 0;
  for (let i = 0; i < weights.length; i++) cumulative[i] = total += weights[i] ?? 0;
  if (total === 0) return [];
  return Array.from({ length: count }, () => {
    const wanted = random.next() * total;
    let low = 0;
    let high = weights.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cumulative[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}

/** The candidate whose choice leaves the least sum of distances, or null where none lowers it. */
function bestCandidate(
  nearest: Float64Array,
  distances: Float32Array,
  first: number,
  candidates: number,
): number | null {
  let least = sumOf(nearest);
  let best: number | null = null;
  for (let candidate = first; candidate < first + candidates; candidate++) {
    const sum = sumOfNearer(nearest, distances, candidate * nearest.length);
    if (sum < least) [least, best] = [sum, candidate];
  }
  return best;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum;
}

function sumOfNearer(nearest: Float64Array, distances: Float32Array, offset: number): number {
  let even = 0;
  let odd = 0;
  // Two sums, because one would wait for each addition.
  for (let i = 0; i < nearest.length - 1; i += 2) {
    const evenDistance = distances[offset + i] ?? 0;
    const evenNearest = nearest[i] ?? 0;
    even += evenDistance < evenNearest ? evenDistance : evenNearest;
    const oddDistance = distances[offset + i + 1] ?? 0;
    const oddNearest = nearest[i + 1] ?? 0;
    odd += oddDistance < oddNearest ? oddDistance : oddNearest;
  }
  if (nearest.length % 2 === 1) {
    const last = nearest.length - 1;
    odd += Math.min(distances[offset + last] ?? 0, nearest[last] ?? 0);
  }
  return even + odd;
}

function takeNearer(nearest: Float64Array, distances: Float32Array, squares: Float64Array): void {
  for (let i = 0; i < nearest.length; i++) {
    const distance = distances[i] ?? 0;
    const real = distance <= rounding * (squares[i] ?? 0) ? 0 : distance;
    if (real < (nearest[i] ?? 0)) nearest[i] = real;
  }
}
