import type { Matrix } from "../matrix.ts";

/**
 * Rows that go through the engine at once. Batches start at multiples of it whatever the number of threads,
 * because a product may round differently in a batch of another size.
 */
export const batchRows = 512;

/** Scores of queries against one block of targets. All arrays are over shared memory, save where said. */
interface ScoringTask {
  readonly queries: Matrix;
  readonly targets: Matrix;
  /** Squared length of each target; any memory. */
  readonly targetSquares: Float32Array;
  /** One number: the next batch of queries that no worker has taken. */
  readonly nextBatch: Int32Array;
}

/** Writes the `count` nearest targets of each query, or merges them into what earlier blocks of targets gave. */
export interface NearestTask extends ScoringTask {
  readonly type: "nearest";
  readonly count: number;
  /** Index of the block's first target among all; 0 starts afresh. */
  readonly firstTarget: number;
  /** queries x count; -1 where there are fewer targets. */
  readonly indices: Int32Array;
  /** queries x count, ascending: |t|^2 - 2 q.t, infinite where there are fewer targets. */
  readonly scores: Float32Array;
  readonly queryGroups?: Int32Array | undefined;
  readonly targetGroups?: Int32Array | undefined;
}

/** Writes all squared distances, one row for each target. */
export interface DistancesTask extends ScoringTask {
  readonly type: "distances";
  /** Squared length of each query. */
  readonly querySquares: Float64Array;
  /** targets x queries. */
  readonly distances: Float32Array;
}

/**
 * Brings the sums of clusters up to date with the points that moved, then the centroids. The clusters that are
 * `worker` modulo `workers` belong to this worker, and it takes the points in order: so the order of additions
 * does not depend on how many workers there are.
 */
export interface UpdateTask {
  readonly type: "update";
  readonly worker: number;
  readonly workers: number;
  readonly points: Matrix;
  readonly labels: Int32Array;
  /** Labels that `sums` and `counts` know; -1 for a point that is in none yet. */
  readonly known: Int32Array;
  readonly sums: Float64Array;
  readonly counts: Int32Array;
  readonly centroids: Matrix;
  /** Squared distance by which each centroid moved. */
  readonly shifts: Float64Array;
}

/** Writes the squared distance of each point to its own centroid, in float64. */
export interface ErrorsTask {
  readonly type: "errors";
  readonly points: Matrix;
  readonly labels: Int32Array;
  readonly centroids: Matrix;
  readonly errors: Float64Array;
  readonly nextBatch: Int32Array;
}

/** Asks which backend the worker has. */
export interface HelloTask {
  readonly type: "hello";
}

export type MatrixTask = NearestTask | DistancesTask | UpdateTask | ErrorsTask | HelloTask;

/** Takes batches that no other worker has taken, in order, until none is left. */
export function* takeBatches(
  rows: number,
  nextBatch: Int32Array,
): Generator<readonly [first: number, end: number]> {
  for (;;) {
    const first = Atomics.add(nextBatch, 0, 1) * batchRows;
    if (first >= rows) return;
    yield [first, Math.min(first + batchRows, rows)];
  }
}
