import { rowOf, type Matrix } from "@observatory/numerics";
import { pointsByGroup, type BoundedPoints } from "./bounded-points.ts";

/** Steps of the grid on which vectors are summed, in one unit of length. */
export const gridSteps = 4096;
/** Longest way that one account may pull one centroid, in steps: half a unit. */
export const longestPull = 2048;

/**
 * For each cluster the sum, over accounts, of the way from its centroid to the mean of the account's points there, in
 * whole steps. Each account's vector is put on the grid and then shortened to `longestPull` by whole numbers alone, so
 * that what it changes is bounded exactly: by longestPull * sqrt(m) in Euclidean length over all clusters.
 *
 * @param groupOf number of a point's cluster; negative: in none
 */
export function sumOffsets(
  { starts, vectors }: BoundedPoints,
  centroids: Matrix,
  groupOf: (point: number) => number,
): Float64Array {
  const { columns } = centroids;
  const sums = new Float64Array(centroids.rows * columns);
  for (let account = 0; account + 1 < starts.length; account++) {
    for (const [group, points] of pointsByGroup(starts, account, groupOf)) {
      const offset = new Float64Array(columns);
      const centroid = rowOf(centroids, group);
      for (const point of points) {
        const row = rowOf(vectors, point);
        for (let d = 0; d < columns; d++)
          offset[d] = (offset[d] ?? 0) + ((row[d] ?? 0) - (centroid[d] ?? 0)) / points.length;
      }
      toGrid(offset).forEach((step, d) => {
        sums[group * columns + d] = (sums[group * columns + d] ?? 0) + step;
      });
    }
  }
  return sums;
}

/** Whole steps whose squares sum to at most `longestPull` squared. */
export function toGrid(vector: Float64Array): Float64Array {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  // A value that is no number, or without bound, must not become a pull without bound.
  if (!Number.isFinite(largest)) return new Float64Array(vector.length);
  let factor = gridSteps * Math.min(1, 1 / Math.max(largest, 1e-9));
  for (;;) {
    const scale = factor;
    const steps = vector.map((value) => Math.trunc(value * scale) + 0);
    const square = steps.reduce((sum, step) => sum + step * step, 0);
    if (square <= longestPull * longestPull) return steps;
    factor *= (longestPull / Math.sqrt(square)) * (1 - 1e-12);
  }
}
