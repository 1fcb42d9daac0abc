import type { Random } from "@observatory/core";
import {
  clusteringMetrics,
  createContingency,
  kMeans,
  nearestRows,
  selectRows,
  type Matrix,
  type MatrixEngine,
} from "@observatory/numerics";

export interface ClusteringStabilityOptions {
  readonly clusters: number;
  /** How often the points are halved. */
  readonly splits: number;
  readonly random: Random;
  readonly engine: MatrixEngine;
  readonly signal?: AbortSignal | undefined;
}

/**
 * How well k-means finds the same clusters twice: both halves of a random split are clustered alone, every point is
 * assigned by the centroids of either, and the two assignments are compared by adjusted mutual information; the mean
 * over the splits. 1 where the halves agree on every point, 0 by chance (Lange, Roth, Braun and Buhmann,
 * "Stability-based validation of clustering solutions", 2004, with another score).
 */
export async function clusteringStability(
  points: Matrix,
  options: ClusteringStabilityOptions,
): Promise<number> {
  const { splits, random } = options;
  let sum = 0;
  for (let split = 0; split < splits; split++) {
    sum += await compareHalves(points, { ...options, random: random.fork(`split-${split}`) });
  }
  return sum / splits;
}

async function compareHalves(points: Matrix, options: ClusteringStabilityOptions): Promise<number> {
  const { random, clusters, engine, signal } = options;
  const order = random.shuffle(Array.from({ length: points.rows }, (_, row) => row));
  const middle = Math.floor(order.length / 2);
  const assignments: Int32Array[] = [];
  for (const half of [order.slice(0, middle), order.slice(middle)]) {
    const { centroids } = await kMeans(selectRows(points, half), {
      clusters,
      random: random.fork(`half-${assignments.length}`),
      maxIterations: 15,
      engine,
      signal,
    });
    assignments.push((await nearestRows(points, centroids, { count: 1, engine, signal })).indices);
  }
  const [first, second] = assignments;
  if (first === undefined || second === undefined) return 0;
  return clusteringMetrics(createContingency(first, second))?.ami ?? 0;
}
