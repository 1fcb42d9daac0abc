// Lexical vectors of texts
export {
  fitCharacterVectors,
  toCharacterVectors,
  type CharacterVectors,
  type CharacterVectorsOptions,
} from "./text/character-vectors.ts";
export {
  fitCharacterTfidf,
  toTfidfRows,
  type CharacterTfidf,
  type CharacterTfidfOptions,
} from "./text/character-tfidf.ts";
export {
  fitTruncatedSvd,
  projectRows,
  type TruncatedSvd,
  type TruncatedSvdOptions,
} from "./text/truncated-svd.ts";
export type { SparseMatrix } from "./text/sparse-matrix.ts";

// Trees over clusters
export { cutTree, wardTree, type Merge, type MergeTree } from "./tree/ward-tree.ts";

// Scores of a clustering
export {
  scoreClustering,
  type ClusteringScores,
  type MetricScore,
  type ScoreClusteringOptions,
} from "./metrics/score-clustering.ts";
export { clusteringMetrics, type ClusteringMetrics } from "./metrics/clustering-metrics.ts";
export { createContingency, type Contingency, type Label } from "./metrics/contingency.ts";
export { meanSilhouette } from "./metrics/mean-silhouette.ts";
export {
  neighbourAgreement,
  neighbourOverlap,
  type NeighbourOptions,
} from "./metrics/neighbour-agreement.ts";

// Maps
export { projectToPlane, type ProjectToPlaneOptions } from "./projection/project-to-plane.ts";

// Statistics
export { adjustPValues, benjaminiHochberg } from "./statistics/benjamini-hochberg.ts";
export {
  bootstrapMeanInterval,
  drawBootstrapCounts,
  percentileInterval,
  type Interval,
} from "./statistics/bootstrap.ts";
export { normalQuantile } from "./statistics/normal-quantile.ts";
export { normalTail } from "./statistics/normal-tail.ts";
export { quantile } from "./statistics/quantile.ts";
export { rankCorrelation } from "./statistics/rank-correlation.ts";
export { solveSymmetric } from "./statistics/solve-symmetric.ts";
export { wilsonInterval } from "./statistics/wilson-interval.ts";

// Matrices
export {
  columnMeans,
  createMatrix,
  normaliseRows,
  rowOf,
  selectRows,
  shiftRows,
  squaredDistance,
  squaredLengths,
  toMatrix,
  type CreateMatrixOptions,
  type Matrix,
} from "./matrix.ts";
export { createMatrixEngine, type MatrixEngine, type MatrixEngineOptions } from "./engine/matrix-engine.ts";

// Clusters and neighbours of points
export { kMeans, type KMeansIteration, type KMeansOptions, type KMeansResult } from "./k-means/k-means.ts";
export { nearestRows, type NearestRows, type NearestRowsOptions } from "./nearest/nearest-rows.ts";
