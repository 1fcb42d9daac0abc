import { InputError } from "@observatory/core";

/** A dense matrix of float32 in row-major order: row `i` is `data[i * columns]` up to `data[(i + 1) * columns - 1]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;
}

export interface CreateMatrixOptions {
  /** Puts the numbers into memory that worker threads see without a copy. */
  readonly shared?: boolean;
}

/** A matrix of zeros. */
export function createMatrix(rows: number, columns: number, options: CreateMatrixOptions = {}): Matrix {
  const length = rows * columns;
  const data = options.shared
    ? new Float32Array(new SharedArrayBuffer(4 * length))
    : new Float32Array(length);
  return { rows, columns, data };
}

/**
 * Stacks vectors of one length as the rows of a matrix; no vectors make a matrix of 0 x 0.
 * Throws RangeError where the lengths differ.
 */
export function toMatrix(vectors: readonly ArrayLike<number>[], options: CreateMatrixOptions = {}): Matrix {
  const columns = vectors[0]?.length ?? 0;
  const matrix = createMatrix(vectors.length, columns, options);
  vectors.forEach((vector, row) => {
    if (vector.length !== columns)
      throw new RangeError(`row ${row} has ${vector.length} numbers, row 0 has ${columns}`);
    matrix.data.set(vector, row * columns);
  });
  return matrix;
}

/** Row `row` as a view: writing to it writes to the matrix. */
export function rowOf(matrix: Matrix, row: number): Float32Array {
  return matrix.data.subarray(row * matrix.columns, (row + 1) * matrix.columns);
}

/** A copy of the named rows, in the given order. */
export function selectRows(
  matrix: Matrix,
  rows: ArrayLike<number>,
  options: CreateMatrixOptions = {},
): Matrix {
  const selected = createMatrix(rows.length, matrix.columns, options);
  for (let i = 0; i < rows.length; i++) {
    const from = (rows[i] ?? 0) * matrix.columns;
    selected.data.set(matrix.data.subarray(from, from + matrix.columns), i * matrix.columns);
  }
  return selected;
}

/** The matrix itself where worker threads can see its memory, or a copy that they can see. */
export function toShared(matrix: Matrix): Matrix {
  if (matrix.data.buffer instanceof SharedArrayBuffer) return matrix;
  const shared = createMatrix(matrix.rows, matrix.columns, { shared: true });
  shared.data.set(matrix.data);
  return shared;
}

/** Scales every row to length 1, in place. Rows of zeros stay as they are. */
export function normaliseRows(matrix: Matrix): void {
  const { data, columns } = matrix;
  const squares = squaredLengths(matrix);
  for (let row = 0; row < matrix.rows; row++) {
    const length = Math.sqrt(squares[row] ?? 0);
    if (length === 0) continue;
    for (let i = row * columns; i < (row + 1) * columns; i++) data[i] = (data[i] ?? 0) / length;
  }
}

/** Mean of each column, in float64; zeros for a matrix without rows. */
export function columnMeans(matrix: Matrix): Float64Array {
  const { data, rows, columns } = matrix;
  const means = new Float64Array(columns);
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++)
      means[column] = (means[column] ?? 0) + (data[i] ?? 0);
  }
  return rows === 0 ? means : means.map((sum) => sum / rows);
}

/** Adds `scale` times `offset` to every row, in place; `-1` and the column means centre a matrix. */
export function shiftRows(matrix: Matrix, offset: Float64Array, scale = 1): void {
  const { data, rows, columns } = matrix;
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      data[i] = (data[i] ?? 0) + scale * (offset[column] ?? 0);
    }
  }
}

/** Squared Euclidean length of each row, in float64. */
export function squaredLengths(matrix: Matrix): Float64Array {
  const { data, rows, columns } = matrix;
  const squares = new Float64Array(rows);
  for (let row = 0, i = 0; row < rows; row++) {
    let sum = 0;
    for (const end = i + columns; i < end; i++) {
      const value = data[i] ?? 0;
      sum += value * value;
    }
    squares[row] = sum;
  }
  return squares;
}

/** Squared Euclidean distance between a row of one matrix and a row of another, in float64. */
export function squaredDistance(a: Matrix, rowOfA: number, b: Matrix, rowOfB: number): number {
  const left = rowOf(a, rowOfA);
  const right = rowOf(b, rowOfB);
  let sum = 0;
  for (let i = 0; i < left.length; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    sum += difference * difference;
  }
  return sum;
}

/** Throws InputError that names the first row with NaN, an infinity, or numbers whose squares overflow. */
export function requireFinite(squares: Float64Array, what: string): void {
  // Products are taken in float32, whose range ends at 3.4e38.
  const row = squares.findIndex((square) => !(square < 1e37));
  if (row >= 0)
    throw new InputError(`row ${row} of the ${what} holds a number that is not finite or far too large`);
}
