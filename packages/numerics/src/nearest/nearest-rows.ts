import { createMatrixEngine, type MatrixEngine } from "../engine/matrix-engine.ts";
import { requireFinite, squaredLengths, toShared, type Matrix } from "../matrix.ts";

export interface NearestRowsOptions {
  /** How many points to give each query. */
  readonly count: number;
  /**
   * Groups that must not meet: a point is not given to a query of the same group. With the numbers of rows as
   * groups a point is not its own neighbour; with cluster numbers the nearest outsiders are found.
   */
  readonly groups?: { readonly queries: ArrayLike<number>; readonly points: ArrayLike<number> };
  readonly threads?: number;
  /** Threads to use instead of starting some; it is not closed. */
  readonly engine?: MatrixEngine;
  readonly signal?: AbortSignal;
}

export interface NearestRows {
  /** Points of each query, given one query after the other. */
  readonly count: number;
  /** queries x count, nearest first; of equally near points the lower index; -1 where there are too few points. */
  readonly indices: Int32Array;
  /**
   * queries x count: squared Euclidean distances, Infinity where there are too few points. Computed in float32
   * as |q|^2 + |p|^2 - 2 q.p, so errors are about 1e-7 of the squared lengths. Of unit vectors the cosine is
   * `1 - squaredDistance / 2`.
   */
  readonly squaredDistances: Float32Array;
}

/**
 * The nearest points of each query, exactly, by comparing all with all. The same bytes on any number of threads.
 * Throws InputError for numbers that are not finite, RangeError for matrices of different width.
 *
 * @example
 * const { indices } = await nearestRows(centroids, points, { count: 50, groups: { queries: [0, 1], points: labels } });
 */
export async function nearestRows(
  queries: Matrix,
  points: Matrix,
  options: NearestRowsOptions,
): Promise<NearestRows> {
  const { count, groups, signal } = options;
  if (!Number.isInteger(count) || count < 1) throw new RangeError("count must be a positive integer");
  if (queries.rows > 0 && points.rows > 0 && queries.columns !== points.columns) {
    throw new RangeError(`queries have ${queries.columns} columns, points ${points.columns}`);
  }
  if (groups && (groups.queries.length !== queries.rows || groups.points.length !== points.rows)) {
    throw new RangeError("groups must name one group for each query and each point");
  }
  signal?.throwIfAborted();
  const querySquares = squaredLengths(queries);
  requireFinite(querySquares, "queries");
  requireFinite(squaredLengths(points), "points");

  const indices = new Int32Array(new SharedArrayBuffer(4 * queries.rows * count)).fill(-1);
  const scores = new Float32Array(new SharedArrayBuffer(4 * queries.rows * count)).fill(Infinity);
  if (indices.length > 0 && points.rows > 0) {
    const engine = options.engine ?? (await createMatrixEngine({ threads: options.threads }));
    try {
      await engine.nearest({
        queries: toShared(queries),
        targets: toShared(points),
        count,
        indices,
        scores,
        queryGroups: groups && Int32Array.from(groups.queries),
        targetGroups: groups && Int32Array.from(groups.points),
        signal,
      });
    } finally {
      if (!options.engine) await engine.close();
    }
  }
  for (let i = 0; i < scores.length; i++) {
    scores[i] = Math.max(0, (scores[i] ?? 0) + (querySquares[Math.floor(i / count)] ?? 0));
  }
  return { count, indices, squaredDistances: scores };
}
