import type { Random } from "@observatory/core";
import type { Matrix } from "../matrix.ts";
import { encodeLabels, type Label } from "./contingency.ts";
import { sampleRows, squaredDistances } from "./sampled-distances.ts";

/**
 * The mean silhouette of a random sample of points, among themselves, by Euclidean distance (Rousseeuw, Journal of
 * Computational and Applied Mathematics 20, 1987): 1 where clusters are tight and far apart, 0 where they touch,
 * negative where points lie nearer to another cluster. A point alone in its cluster counts 0.
 *
 * Null for fewer than two clusters in the sample. Work grows with the square of `sample` (2,000 by default).
 */
export function meanSilhouette(
  points: Matrix,
  labels: ArrayLike<Label>,
  options: { readonly random: Random; readonly sample?: number },
): number | null {
  if (labels.length !== points.rows) throw new RangeError("one label per point is needed");
  const rows = sampleRows(points.rows, { sample: options.sample ?? 2000, random: options.random });
  const { codes, count } = encodeLabels(Array.from(rows, (row) => labels[row] ?? 0));
  if (count < 2) return null;
  const sizes = new Float64Array(count);
  for (const code of codes) sizes[code] = (sizes[code] ?? 0) + 1;
  const distances = squaredDistances(points, rows);
  let total = 0;
  codes.forEach((own, i) => {
    const sums = new Float64Array(count);
    codes.forEach(
      (code, j) => (sums[code] = (sums[code] ?? 0) + Math.sqrt(distances[i * rows.length + j] ?? 0)),
    );
    total += silhouetteOf(own, sums, sizes);
  });
  return total / rows.length;
}

function silhouetteOf(own: number, sums: Float64Array, sizes: Float64Array): number {
  const size = sizes[own] ?? 0;
  if (size === 1) return 0;
  const inside = (sums[own] ?? 0) / (size - 1);
  const outside = sums.reduce(
    (least, sum, cluster) => (cluster === own ? least : Math.min(least, sum / (sizes[cluster] ?? 1))),
    Infinity,
  );
  const larger = Math.max(inside, outside);
  return larger === 0 ? 0 : (outside - inside) / larger;
}
