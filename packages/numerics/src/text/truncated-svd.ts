import { setImmediate } from "node:timers/promises";
import type { Random } from "@observatory/core";
import { createMatrix, type Matrix } from "../matrix.ts";
import { crossProduct, multiplyRows, orthonormalize } from "../linear/orthonormalize.ts";
import {
  multiplyStrip,
  stripWidth,
  transposeSparse,
  type SparseMatrix,
  type Strip,
} from "./sparse-matrix.ts";
import { symmetricEigen } from "../linear/symmetric-eigen.ts";

export interface TruncatedSvdOptions {
  readonly dimensions: number;
  readonly random: Random;
  /** Power iterations; more make the last dimensions exact. */
  readonly iterations?: number;
  /** Extra directions that are searched and then dropped. */
  readonly oversampling?: number;
  readonly signal?: AbortSignal;
}

/** A fitted decomposition: plain data. */
export interface TruncatedSvd {
  /** At most what was asked for: never more than the rows or columns that were fitted. */
  readonly dimensions: number;
  /** Largest first; zero past the rank. */
  readonly singularValues: Float64Array;
  /** The right singular vectors: one row per feature, one column per dimension; columns past the rank are zero. */
  readonly components: Matrix;
}

/**
 * The leading singular directions of a sparse matrix, not centred (latent semantic analysis).
 *
 * Randomized subspace iteration (Halko, Martinsson and Tropp, SIAM Review 53, 2011, algorithms 4.4 and 5.1). Products
 * with the transpose on the way are formed eight columns at a time, so that beside two copies of the entries only some
 * `(rows + 2 * columns) * (dimensions + oversampling)` numbers are held.
 *
 * Products with the transpose square the singular values, and entries are float32: a direction whose singular value is
 * under about 1/200 of the first may be missing, and its value is then zero.
 *
 * Deterministic for a seed; each direction's entry of largest size is positive. Rejects with the signal's reason when
 * aborted.
 */
export async function fitTruncatedSvd(
  matrix: SparseMatrix,
  options: TruncatedSvdOptions,
): Promise<TruncatedSvd> {
  const { random, iterations = 2, oversampling = 16, signal } = options;
  const limit = Math.min(matrix.rows, matrix.columns);
  const dimensions = Math.min(options.dimensions, limit);
  const width = Math.min(limit, Math.ceil((dimensions + oversampling) / stripWidth) * stripWidth);
  const pair: Pair = { matrix, transposed: transposeSparse(matrix) };

  let basis = createMatrix(matrix.rows, width);
  for (let i = 0; i < basis.data.length; i++) basis.data[i] = random.normal();
  for (let iteration = 0; iteration <= iterations; iteration++) {
    basis = await multiplyByGram(pair, basis, signal);
    orthonormalize(basis);
  }
  const image = await multiplyByTranspose(pair, basis, signal);
  const { values, vectors } = symmetricEigen(crossProduct(image, image), width);

  const singularValues = Float64Array.from({ length: dimensions }, (_, d) =>
    Math.sqrt(Math.max(0, values[d] ?? 0)),
  );
  const smallest = (singularValues[0] ?? 0) * relativeRank;
  singularValues.forEach((value, d) => {
    if (!(value > smallest)) singularValues[d] = 0;
  });
  const components = toRightVectors(image, vectors, singularValues);
  fixSigns(components);
  return { dimensions, singularValues, components };
}

/**
 * Coordinates of sparse rows along the fitted directions, one row each. They are not normalised: a row's length says
 * how much of it the directions explain, and a row of zeros stays one. `normalize` scales every other row to length 1.
 *
 * Throws RangeError where the columns are not those of the fit.
 */
export function projectRows(
  svd: TruncatedSvd,
  matrix: SparseMatrix,
  options: { readonly normalize?: boolean } = {},
): Matrix {
  const { dimensions, components } = svd;
  if (matrix.columns !== components.rows)
    throw new RangeError("the matrix has other columns than the fitted one");
  const projected = createMatrix(matrix.rows, dimensions);
  const input = createStrip(matrix.columns);
  for (let offset = 0; offset < dimensions; offset += stripWidth) {
    copyStrip(components, offset, input.data);
    const output = { data: projected.data, stride: dimensions, offset };
    multiplyStrip(matrix, input, output, Math.min(stripWidth, dimensions - offset));
  }
  if (options.normalize === true) normalizeRows(projected);
  return projected;
}

interface Pair {
  readonly matrix: SparseMatrix;
  readonly transposed: SparseMatrix;
}

/** Singular values below this share of the first are noise of float32. */
const relativeRank = 1e-5;

/** `A A' basis`, a strip of columns at a time. */
async function multiplyByGram(pair: Pair, basis: Matrix, signal: AbortSignal | undefined): Promise<Matrix> {
  const product = createMatrix(basis.rows, basis.columns);
  const input = createStrip(basis.rows);
  const between = createStrip(pair.matrix.columns);
  for (let offset = 0; offset < basis.columns; offset += stripWidth) {
    await setImmediate();
    signal?.throwIfAborted();
    const width = Math.min(stripWidth, basis.columns - offset);
    copyStrip(basis, offset, input.data);
    multiplyStrip(pair.transposed, input, between, width);
    multiplyStrip(pair.matrix, between, { data: product.data, stride: basis.columns, offset }, width);
  }
  return product;
}

/** `A' basis`, a strip of columns at a time. */
async function multiplyByTranspose(
  pair: Pair,
  basis: Matrix,
  signal: AbortSignal | undefined,
): Promise<Matrix> {
  const product = createMatrix(pair.matrix.columns, basis.columns);
  const input = createStrip(basis.rows);
  for (let offset = 0; offset < basis.columns; offset += stripWidth) {
    await setImmediate();
    signal?.throwIfAborted();
    copyStrip(basis, offset, input.data);
    const width = Math.min(stripWidth, basis.columns - offset);
    multiplyStrip(pair.transposed, input, { data: product.data, stride: basis.columns, offset }, width);
  }
  return product;
}

function createStrip(rows: number): Strip {
  return { data: new Float32Array(rows * stripWidth), stride: stripWidth, offset: 0 };
}

// A window that lies together in memory is read twice as fast as one spread over long rows.
function copyStrip({ rows, columns, data }: Matrix, offset: number, strip: Float32Array): void {
  const width = Math.min(stripWidth, columns - offset);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width; column++) {
      strip[row * stripWidth + column] = data[row * columns + offset + column] ?? 0;
    }
  }
}

/** Combines the columns of `image` by the eigenvectors of its cross product; zero past the rank. */
function toRightVectors(image: Matrix, vectors: Float64Array, singularValues: Float64Array): Matrix {
  const factor = vectors.slice(0, singularValues.length * image.columns);
  factor.forEach((value, i) => {
    const scale = singularValues[Math.floor(i / image.columns)] ?? 0;
    factor[i] = scale === 0 ? 0 : value / scale;
  });
  const right = createMatrix(image.rows, singularValues.length);
  multiplyRows(image, { factor, rows: singularValues.length }, right);
  return right;
}

function fixSigns({ rows, columns, data }: Matrix): void {
  const extremes = new Float32Array(columns);
  for (let i = 0; i < rows * columns; i++) {
    const value = data[i] ?? 0;
    if (Math.abs(value) > Math.abs(extremes[i % columns] ?? 0)) extremes[i % columns] = value;
  }
  for (let i = 0; i < rows * columns; i++) {
    if ((extremes[i % columns] ?? 0) < 0) data[i] = -(data[i] ?? 0);
  }
}

function normalizeRows({ rows, columns, data }: Matrix): void {
  for (let r = 0; r < rows; r++) {
    const row = data.subarray(r * columns, (r + 1) * columns);
    const norm = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    if (norm > 0) row.forEach((value, c) => (row[c] = value / norm));
  }
}
