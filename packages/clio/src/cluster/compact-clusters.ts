import { createMatrix, type Matrix } from "@observatory/numerics";

export interface Clustering {
  readonly labels: Int32Array;
  /** One row a cluster. */
  readonly centroids: Matrix;
  /** Points of each cluster. */
  readonly sizes: Int32Array;
}

/** The same clusters without the empty ones, which k-means cannot avoid where there are fewer distinct points than clusters. */
export function compactClusters(labels: Int32Array, centroids: Matrix): Clustering {
  const sizes = new Int32Array(centroids.rows);
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  const kept = [...sizes.keys()].filter((cluster) => (sizes[cluster] ?? 0) > 0);
  const newLabel = new Int32Array(centroids.rows);
  const compact = createMatrix(kept.length, centroids.columns);
  kept.forEach((cluster, position) => {
    newLabel[cluster] = position;
    const start = cluster * centroids.columns;
    compact.data.set(centroids.data.subarray(start, start + centroids.columns), position * centroids.columns);
  });
  return {
    labels: labels.map((label) => newLabel[label] ?? 0),
    centroids: compact,
    sizes: Int32Array.from(kept, (cluster) => sizes[cluster] ?? 0),
  };
}
