import { createMatrix, cutTree, rowOf, selectRows, wardTree, type Matrix } from "@observatory/numerics";
import { addNoise } from "./add-noise.ts";
import { countAccounts, type BoundedPoints } from "./bounded-points.ts";
import { deviationOf, varianceFor, type BudgetPlan } from "./budget-plan.ts";
import { chooseClusters } from "./choose-clusters.ts";
import { nearestCentroid } from "./nearest-centroid.ts";
import type { RandomBytes } from "./random-bytes.ts";
import { gridSteps, longestPull, sumOffsets } from "./sum-offsets.ts";

/** Clusters that may be shown: nothing of them is exact. */
export interface PrivateClusters {
  /** Noisy number of accounts, not below 0. */
  readonly accounts: number;
  readonly centroids: Matrix;
  /** How many accounts a noisy count of the clusters is off, as a standard deviation. */
  readonly sizeDeviation: number;
  /** Noisy accounts of each cluster, then of each language; may be below 0. */
  readonly sizes: Float64Array;
}

export interface ClusterPrivatelyOptions {
  readonly plan: BudgetPlan;
  /** Public places near which clusters are looked for. */
  readonly anchors: Matrix;
  /** Number of languages that points may have instead of a vector. */
  readonly languages: number;
  /** Clusters that are wished for; chosen by noisy numbers where it is not given. */
  readonly clusters?: number | undefined;
  readonly bytes: RandomBytes;
  readonly signal?: AbortSignal | undefined;
}

const fewestAnchors = 4;
const iterations = 3;
/** Share of an iteration's rho that goes to its counts; the rest goes to its sums. */
const countShare = 0.15;
/** How far a centroid is expected to be from where public data puts it, as a part of the longest pull. */
const expectedPull = 0.35;

/**
 * Clusters under differential privacy with the account as the unit: noisy counts of public anchors, which Ward's method joins to
 * clusters; then a few rounds of noisy k-means. Whatever is chosen on the way, the number of clusters too, is chosen
 * by noisy numbers alone. Costs the rho of `accounts`, `anchors`, `centroids` and half that of `sizes`. Rejects with the
 * signal's reason.
 */
export async function clusterPrivately(
  points: BoundedPoints,
  options: ClusterPrivatelyOptions,
): Promise<PrivateClusters> {
  const { plan, anchors, bytes, signal } = options;
  const { rhoOf, bounds } = plan;
  const most = bounds.conversations;
  const [accounts = 0] = addNoise([points.starts.length - 1], varianceFor(rhoOf.accounts, 1), bytes);

  const nearAnchors = assign(points, anchors);
  const anchorVariance = varianceFor(rhoOf.anchors, most);
  const weights = addNoise(countAccounts(points, anchors.rows, nearAnchors), anchorVariance, bytes);
  const clusters =
    options.clusters ??
    chooseClusters(
      weights.reduce((sum, weight) => sum + weight, 0),
      plan,
    );
  let centroids = await joinAnchors(anchors, weights, {
    clusters,
    least: 2 * deviationOf(anchorVariance),
    signal,
  });
  for (let round = 0; round < iterations; round++) {
    signal?.throwIfAborted();
    centroids = moveCentroids(points, centroids, rhoOf.centroids / iterations, options);
  }

  const groupOf = assign(points, centroids);
  const sizeVariance = varianceFor(rhoOf.sizes / 2, most);
  const cellOf = (point: number): number => {
    const language = points.languages[point] ?? -1;
    return language < 0 ? groupOf(point) : centroids.rows + language;
  };
  const cells = countAccounts(points, centroids.rows + options.languages, cellOf);
  return {
    accounts: Math.max(0, accounts),
    centroids,
    sizeDeviation: deviationOf(sizeVariance),
    sizes: addNoise(cells, sizeVariance, bytes),
  };
}

/** Number of the centroid nearest to a point; -1 of one without a vector. */
function assign({ vectors, languages }: BoundedPoints, centroids: Matrix): (point: number) => number {
  const groups = Int32Array.from({ length: vectors.rows }, (_, point) =>
    (languages[point] ?? -1) < 0 ? nearestCentroid(vectors, point, centroids) : -1,
  );
  return (point) => groups[point] ?? -1;
}

/** So many clusters, at the weighted means of anchors near each other; anchors that noise alone may have filled are left out. */
async function joinAnchors(
  anchors: Matrix,
  weights: Float64Array,
  options: { readonly clusters: number; readonly least: number; readonly signal: AbortSignal | undefined },
): Promise<Matrix> {
  const { clusters, least, signal } = options;
  const order = [...weights.keys()].toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  const kept = order.filter((anchor, place) => place < fewestAnchors || (weights[anchor] ?? 0) >= least);
  const rows = selectRows(anchors, kept);
  const sizes = kept.map((anchor) => Math.max(1, weights[anchor] ?? 1));
  const count = Math.min(clusters, kept.length);
  const labels = cutTree(await wardTree(rows, sizes, signal ? { signal } : {}), count);
  const centroids = createMatrix(count, anchors.columns, { shared: true });
  const totals = new Float64Array(count);
  kept.forEach((_, row) => {
    totals[labels[row] ?? 0] = (totals[labels[row] ?? 0] ?? 0) + (sizes[row] ?? 1);
  });
  kept.forEach((_, row) => {
    const label = labels[row] ?? 0;
    const target = rowOf(centroids, label);
    const part = (sizes[row] ?? 1) / (totals[label] ?? 1);
    rowOf(rows, row).forEach((value, d) => (target[d] = (target[d] ?? 0) + part * value));
  });
  return centroids;
}

/** One round: each centroid goes toward the noisy mean of its accounts, the less far the noisier that is. */
function moveCentroids(
  points: BoundedPoints,
  centroids: Matrix,
  rho: number,
  options: ClusterPrivatelyOptions,
): Matrix {
  const { plan, bytes } = options;
  const most = plan.bounds.conversations;
  const { rows, columns } = centroids;
  const groupOf = assign(points, centroids);
  const countVariance = varianceFor(countShare * rho, most);
  const sumVariance = varianceFor((1 - countShare) * rho, most * longestPull * longestPull);
  const counts = addNoise(countAccounts(points, rows, groupOf), countVariance, bytes);
  const sums = addNoise(sumOffsets(points, centroids, groupOf), sumVariance, bytes);
  const least = 2 * deviationOf(countVariance);
  const noise = deviationOf(sumVariance);
  const moved = createMatrix(rows, columns, { shared: true });
  moved.data.set(centroids.data);
  for (let row = 0; row < rows; row++) {
    const count = counts[row] ?? 0;
    if (count < least) continue;
    const expected = (expectedPull * longestPull) ** 2;
    const trust = expected / (expected + columns * (noise / count) ** 2);
    const target = rowOf(moved, row);
    for (let d = 0; d < columns; d++) {
      const mean = (sums[row * columns + d] ?? 0) / count / gridSteps;
      target[d] = (target[d] ?? 0) + trust * mean;
    }
  }
  return moved;
}
