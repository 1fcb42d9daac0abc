import type { Random } from "@observatory/core";
import type { OnnxBackend } from "@observatory/onnx";
import { createMatrixEngine, type MatrixEngine } from "../engine/matrix-engine.ts";
import type { Matrix } from "../matrix.ts";
import { lloyd, type KMeansFit } from "./lloyd.ts";
import { preparePoints } from "./prepare-points.ts";
import { seedCentroids } from "./seed-centroids.ts";

export interface KMeansOptions {
  readonly clusters: number;
  /** Draws the seeds, and nothing else. Not needed with `initialCentroids`. */
  readonly random: Random;
  /** Worker threads; as many as the machine has cores unless told. The result does not depend on it. */
  readonly threads?: number;
  /** How many times to start afresh; the fit of least inertia is kept. 1 unless told. */
  readonly restarts?: number;
  /** Updates of the centroids at most, per start; 100 unless told. A few more may follow to fill empty clusters. */
  readonly maxIterations?: number;
  /** Stops where all centroids together moved by this part of the mean variance of a column; 1e-4 unless told. */
  readonly tolerance?: number;
  /** Where to begin, one row for each cluster, instead of seeding; there are no restarts then. */
  readonly initialCentroids?: Matrix;
  /** Threads to use instead of starting some; it is not closed. */
  readonly engine?: MatrixEngine;
  readonly signal?: AbortSignal;
  readonly onIteration?: (iteration: KMeansIteration) => void;
}

export interface KMeansIteration {
  /** Counts from 0. */
  readonly restart: number;
  /** Counts from 1. */
  readonly iteration: number;
  /** Sum of squared distances to the centroids before the update, in float32 products. */
  readonly inertia: number;
  /** How many points changed their cluster. */
  readonly moved: number;
}

export interface KMeansResult {
  /** Cluster of each point. */
  readonly labels: Int32Array;
  /** One row for each cluster. */
  readonly centroids: Matrix;
  /** Points in each cluster, never 0. */
  readonly sizes: Int32Array;
  /** Sum of squared distances of the points to their centroids, in float64. */
  readonly inertia: number;
  /** Updates of the kept start. */
  readonly iterations: number;
  /** What computed. The same seed gives the same bytes with the same engine, on any number of threads. */
  readonly engine: OnnxBackend;
}

/**
 * k-means in Euclidean distance: greedy k-means++ seeds, then Lloyd's iterations until nothing moves. Every point
 * gets the centroid that is nearest to it in float32 products, the lower index where two are as near.
 *
 * No cluster is empty: one that loses its points is given the point that is farthest from its own centroid. Fewer
 * clusters than wanted come back where there are fewer distinct points (points nearer than a millionth of the
 * largest length are not told apart). No points give no clusters.
 *
 * Throws InputError for numbers that are not finite, RangeError for options that make no sense, and the reason of
 * `signal` after the batches in flight.
 *
 * S. P. Lloyd, "Least squares quantization in PCM", 1982; D. Arthur and S. Vassilvitskii, "k-means++", 2007.
 *
 * @example
 * const points = toMatrix([[0, 0], [0, 1], [9, 9]]);
 * const { labels } = await kMeans(points, { clusters: 2, random: createRandom(7) });
 */
export async function kMeans(points: Matrix, options: KMeansOptions): Promise<KMeansResult> {
  const { initialCentroids, signal, random } = options;
  const restarts = initialCentroids ? 1 : (options.restarts ?? 1);
  const maxIterations = options.maxIterations ?? 100;
  requirePositive(options.clusters, "clusters");
  requirePositive(restarts, "restarts");
  requirePositive(maxIterations, "maxIterations");
  if (initialCentroids && initialCentroids.rows !== options.clusters) {
    throw new RangeError(`initialCentroids are ${initialCentroids.rows}, clusters ${options.clusters}`);
  }
  signal?.throwIfAborted();

  const prepared = preparePoints(points, initialCentroids);
  const engine = options.engine ?? (await createMatrixEngine({ threads: options.threads }));
  try {
    let best: KMeansFit | null = null;
    for (let restart = 0; restart < restarts; restart++) {
      const start =
        prepared.initialCentroids ??
        (await seedCentroids(prepared, {
          clusters: Math.min(options.clusters, points.rows),
          random: random.fork(`restart-${restart}`),
          engine,
          signal,
        }));
      const fit = await lloyd(prepared, start, {
        maxIterations,
        tolerance: options.tolerance ?? 1e-4,
        engine,
        signal,
        onIteration: (iteration) => options.onIteration?.({ restart, ...iteration }),
      });
      if (best === null || fit.inertia < best.inertia) best = fit;
    }
    if (best === null) throw new RangeError("restarts must be a positive integer");
    return { ...best, centroids: prepared.restore(best.centroids), engine: engine.backend };
  } finally {
    if (!options.engine) await engine.close();
  }
}

function requirePositive(value: number, name: string): void {
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} must be a positive integer`);
}
