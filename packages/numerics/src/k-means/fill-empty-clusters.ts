import { squaredDistance, type Matrix } from "../matrix.ts";
import type { PreparedPoints } from "./prepare-points.ts";

/** Squared distances below this part of the largest squared length are rounding. */
const rounding = 1e-12;

/**
 * Gives each empty cluster one point, by writing to `labels`: the point farthest from its centroid, then the one
 * farthest from its centroid and the points so far, and so on; each leaves another point behind in its cluster.
 * Chooses among the ten farthest for each empty cluster (a thousand more than the clusters at most). Gives the
 * number of clusters filled, which is less than the number of empty ones where no such points are left.
 *
 * @param errors squared distance of each point to its centroid
 */
export function fillEmptyClusters(
  { points, largestSquare }: Pick<PreparedPoints, "points" | "largestSquare">,
  centroids: Matrix,
  labels: Int32Array,
  errors: Float32Array,
): number {
  const sizes = new Int32Array(centroids.rows);
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  const empty = [...sizes.keys()].filter((cluster) => sizes[cluster] === 0);
  if (empty.length === 0) return 0;

  const candidates = farthest(errors, Math.min(10 * empty.length, empty.length + 1000)).map((point) => ({
    point,
    error: squaredDistance(points, point, centroids, labels[point] ?? 0),
  }));
  let filled = 0;
  for (const cluster of empty) {
    let best: (typeof candidates)[number] | null = null;
    for (const candidate of candidates) {
      const canLeave = (sizes[labels[candidate.point] ?? 0] ?? 0) > 1;
      if (canLeave && candidate.error > (best?.error ?? rounding * largestSquare)) best = candidate;
    }
    if (best === null) break;
    const { point } = best;
    const from = labels[point] ?? 0;
    sizes[from] = (sizes[from] ?? 0) - 1;
    sizes[cluster] = 1;
    labels[point] = cluster;
    filled++;
    for (const candidate of candidates) {
      candidate.error = Math.min(candidate.error, squaredDistance(points, candidate.point, points, point));
    }
  }
  return filled;
}

/** Indices of the `count` largest values, in rising order. */
function farthest(values: Float32Array, count: number): number[] {
  const ordered = values.slice().sort();
  const threshold = ordered[Math.max(0, ordered.length - count)] ?? 0;
  let ties = count - ordered.filter((value) => value > threshold).length;
  const indices: number[] = [];
  values.forEach((value, index) => {
    if (value > threshold || (value === threshold && ties-- > 0)) indices.push(index);
  });
  return indices;
}
