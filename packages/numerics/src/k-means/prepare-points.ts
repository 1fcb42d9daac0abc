import {
  columnMeans,
  createMatrix,
  requireFinite,
  shiftRows,
  squaredLengths,
  toShared,
  type Matrix,
} from "../matrix.ts";

/** Points in the form in which the iterations can trust their float32 products. */
export interface PreparedPoints {
  /** Over shared memory. */
  readonly points: Matrix;
  /** Squared length of each point. */
  readonly squares: Float64Array;
  readonly largestSquare: number;
  /** Mean over the columns of their variances. */
  readonly meanVariance: number;
  readonly initialCentroids: Matrix | null;
  /** Takes centroids back to where the points came from. */
  restore(centroids: Matrix): Matrix;
}

/** Mean squared length over total variance from which points are moved to the origin first. */
const farFromOrigin = 10;

/**
 * Checks and shares the points. Where all lie far from the origin next to how far they lie apart, a copy with the
 * means taken off is made, because |p|^2 + |c|^2 - 2 p.c would lose the difference in float32.
 */
export function preparePoints(given: Matrix, givenCentroids?: Matrix): PreparedPoints {
  if (givenCentroids && givenCentroids.columns !== given.columns) {
    throw new RangeError(`initialCentroids have ${givenCentroids.columns} columns, points ${given.columns}`);
  }
  const squares = squaredLengths(given);
  requireFinite(squares, "points");
  if (givenCentroids) requireFinite(squaredLengths(givenCentroids), "initial centroids");

  const means = columnMeans(given);
  const squareOfMean = means.reduce((sum, mean) => sum + mean * mean, 0);
  const meanSquare = squares.reduce((sum, square) => sum + square, 0) / Math.max(1, given.rows);
  const variance = Math.max(0, meanSquare - squareOfMean);
  const meanVariance = variance / Math.max(1, given.columns);
  if (squareOfMean <= farFromOrigin * variance) {
    return {
      points: toShared(given),
      squares,
      largestSquare: largest(squares),
      meanVariance,
      initialCentroids: givenCentroids ?? null,
      restore: (centroids) => centroids,
    };
  }

  const points = shifted(given, means, -1);
  const shiftedSquares = squaredLengths(points);
  return {
    points,
    squares: shiftedSquares,
    largestSquare: largest(shiftedSquares),
    meanVariance,
    initialCentroids: givenCentroids ? shifted(givenCentroids, means, -1) : null,
    restore: (centroids) => shifted(centroids, means, 1),
  };
}

function shifted(matrix: Matrix, means: Float64Array, scale: 1 | -1): Matrix {
  const copy = createMatrix(matrix.rows, matrix.columns, { shared: true });
  copy.data.set(matrix.data);
  shiftRows(copy, means, scale);
  return copy;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
