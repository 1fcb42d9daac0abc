import { createRandom, type Random } from "@observatory/core";
import {
  columnMeans,
  createMatrix,
  kMeans,
  rowOf,
  type Matrix,
  type MatrixEngine,
} from "@observatory/numerics";

/** What is known before any conversation is looked at: few dimensions of an embedding, and places in them. */
export interface PublicBasis {
  readonly mean: Float64Array;
  /** A row for each dimension, unit and orthogonal. */
  readonly axes: Matrix;
  readonly anchors: Matrix;
}

export interface PublicBasisOptions {
  readonly dimensions: number;
  readonly anchors: number;
  readonly engine: MatrixEngine;
  readonly signal?: AbortSignal | undefined;
}

const rounds = 40;
const seed = "public basis";

/** The principal axes of public vectors, and k-means of them along these axes. */
export async function fitPublicBasis(vectors: Matrix, options: PublicBasisOptions): Promise<PublicBasis> {
  const { engine, signal } = options;
  const random = createRandom(seed);
  const mean = columnMeans(vectors);
  const dimensions = Math.min(options.dimensions, vectors.columns);
  const axes = principalAxes(vectors, mean, dimensions, random.fork("axes"));
  const points = projectRows(vectors, { mean, axes });
  const { centroids } = await kMeans(points, {
    clusters: Math.min(options.anchors, vectors.rows),
    random: random.fork("anchors"),
    engine,
    ...(signal ? { signal } : {}),
  });
  return { mean, axes, anchors: centroids };
}

/** Each row along the axes, reckoned by itself, so that none depends on the others. */
export function projectRows(rows: Matrix, { mean, axes }: Pick<PublicBasis, "mean" | "axes">): Matrix {
  const projected = createMatrix(rows.rows, axes.rows, { shared: true });
  for (let row = 0; row < rows.rows; row++) {
    const values = rowOf(rows, row);
    for (let axis = 0; axis < axes.rows; axis++) {
      let sum = 0;
      for (let d = 0; d < axes.columns; d++)
        sum += ((values[d] ?? 0) - (mean[d] ?? 0)) * (axes.data[axis * axes.columns + d] ?? 0);
      projected.data[row * axes.rows + axis] = sum;
    }
  }
  return projected;
}

/** By orthogonal iteration over the covariance. */
function principalAxes(vectors: Matrix, mean: Float64Array, dimensions: number, random: Random): Matrix {
  const { rows, columns } = vectors;
  const covariance = new Float64Array(columns * columns);
  const centred = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    rowOf(vectors, row).forEach((value, d) => (centred[d] = value - (mean[d] ?? 0)));
    for (let a = 0; a < columns; a++) {
      const value = centred[a] ?? 0;
      for (let b = a; b < columns; b++)
        covariance[a * columns + b] = (covariance[a * columns + b] ?? 0) + value * (centred[b] ?? 0);
    }
  }
  for (let a = 0; a < columns; a++)
    for (let b = 0; b < a; b++) covariance[a * columns + b] = covariance[b * columns + a] ?? 0;
  let axes: Float64Array[] = Array.from({ length: dimensions }, () =>
    Float64Array.from({ length: columns }, () => random.normal()),
  );
  for (let round = 0; round < rounds; round++) {
    axes = orthonormal(axes.map((axis) => multiply(covariance, axis)));
  }
  const matrix = createMatrix(dimensions, columns);
  axes.forEach((axis, row) => matrix.data.set(axis, row * columns));
  return matrix;
}

function multiply(square: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return Float64Array.from({ length: size }, (_, row) => {
    let sum = 0;
    for (let d = 0; d < size; d++) sum += (square[row * size + d] ?? 0) * (vector[d] ?? 0);
    return sum;
  });
}

/** Gram-Schmidt. */
function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const vector of vectors) {
    const rest = vector.slice();
    for (const axis of done) {
      const along = axis.reduce((sum, value, d) => sum + value * (rest[d] ?? 0), 0);
      axis.forEach((value, d) => (rest[d] = (rest[d] ?? 0) - along * value));
    }
    const length = Math.sqrt(rest.reduce((sum, value) => sum + value * value, 0)) || 1;
    done.push(rest.map((value) => value / length));
  }
  return done;
}
