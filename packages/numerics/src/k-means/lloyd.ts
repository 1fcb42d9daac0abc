import type { MatrixEngine } from "../engine/matrix-engine.ts";
import { createMatrix, selectRows, type Matrix } from "../matrix.ts";
import { fillEmptyClusters } from "./fill-empty-clusters.ts";
import type { PreparedPoints } from "./prepare-points.ts";

export interface LloydOptions {
  readonly maxIterations: number;
  readonly tolerance: number;
  readonly engine: MatrixEngine;
  readonly signal?: AbortSignal | undefined;
  readonly onIteration: (step: {
    readonly iteration: number;
    readonly inertia: number;
    readonly moved: number;
  }) => void;
}

export interface KMeansFit {
  readonly labels: Int32Array;
  readonly centroids: Matrix;
  readonly sizes: Int32Array;
  readonly inertia: number;
  readonly iterations: number;
}

/** Updates that may follow `maxIterations` while clusters are empty and points are there to fill them. */
const extraIterations = 10;

/**
 * Lloyd's iterations from given centroids, with empty clusters filled. Sums are kept from one iteration to the next
 * and only points that moved are taken out and in: exact enough in float64, and most points stay where they are.
 */
export async function lloyd(
  prepared: PreparedPoints,
  start: Matrix,
  options: LloydOptions,
): Promise<KMeansFit> {
  const { points, squares } = prepared;
  const { engine, signal, maxIterations } = options;
  const centroids = createMatrix(start.rows, points.columns, { shared: true });
  centroids.data.set(start.data);
  const labels = new Int32Array(new SharedArrayBuffer(4 * points.rows));
  const scores = new Float32Array(new SharedArrayBuffer(4 * points.rows));
  const known = new Int32Array(new SharedArrayBuffer(4 * points.rows)).fill(-1);
  const sums = new Float64Array(new SharedArrayBuffer(8 * centroids.data.length));
  const counts = new Int32Array(new SharedArrayBuffer(4 * start.rows));
  const shifts = new Float64Array(new SharedArrayBuffer(8 * start.rows));
  const enough = options.tolerance * prepared.meanVariance;

  let iterations = 0;
  for (let settled = false; points.rows > 0;) {
    await engine.nearest({ queries: points, targets: centroids, count: 1, indices: labels, scores, signal });
    let inertia = 0;
    for (let i = 0; i < scores.length; i++) {
      const error = Math.max(0, (scores[i] ?? 0) + (squares[i] ?? 0));
      scores[i] = error;
      inertia += error;
    }
    const mayFill = iterations < maxIterations + extraIterations;
    const filled = mayFill ? fillEmptyClusters(prepared, centroids, labels, scores) : 0;
    const moved = countDifferences(labels, known);
    const last = settled || iterations >= maxIterations;
    if (moved === 0 || (last && filled === 0)) break;
    await engine.update({ points, labels, known, sums, counts, centroids, shifts, signal });
    known.set(labels);
    iterations++;
    options.onIteration({ iteration: iterations, inertia, moved });
    settled = shifts.reduce((sum, shift) => sum + shift, 0) <= enough;
  }

  const errors = new Float64Array(new SharedArrayBuffer(8 * points.rows));
  await engine.errors({ points, labels, centroids, errors, signal });
  const inertia = errors.reduce((sum, error) => sum + error, 0);
  return { ...withoutEmptyClusters(labels, centroids), inertia, iterations };
}

function countDifferences(a: Int32Array, b: Int32Array): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++;
  return count;
}

function withoutEmptyClusters(
  labels: Int32Array,
  centroids: Matrix,
): Pick<KMeansFit, "labels" | "centroids" | "sizes"> {
  const sizes = new Int32Array(centroids.rows);
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  const kept = [...sizes.keys()].filter((cluster) => (sizes[cluster] ?? 0) > 0);
  const newLabels = new Int32Array(centroids.rows);
  kept.forEach((cluster, index) => (newLabels[cluster] = index));
  return {
    labels: labels.map((label) => newLabels[label] ?? 0),
    centroids: selectRows(centroids, kept, { shared: true }),
    sizes: sizes.filter((size) => size > 0),
  };
}
