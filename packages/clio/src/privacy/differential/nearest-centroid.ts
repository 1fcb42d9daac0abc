import { rowOf, type Matrix } from "@observatory/numerics";

/**
 * Number of the centroid nearest to a row of points. Reckoned for each point by itself, in one fixed order: a fast product of
 * matrices may round a point otherwise where more points stand beside it, and one account must not move another.
 */
export function nearestCentroid(points: Matrix, row: number, centroids: Matrix): number {
  const point = rowOf(points, row);
  const { data, columns } = centroids;
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let centroid = 0; centroid < centroids.rows; centroid++) {
    let distance = 0;
    for (let d = 0; d < columns; d++) {
      const off = (point[d] ?? 0) - (data[centroid * columns + d] ?? 0);
      distance += off * off;
    }
    if (distance < least) {
      least = distance;
      nearest = centroid;
    }
  }
  return nearest;
}
