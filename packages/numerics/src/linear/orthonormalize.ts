import type { Matrix } from "../matrix.ts";
import { addMultipliedTransposed } from "./multiply-transposed.ts";

/**
 * Makes the columns of a tall matrix orthonormal in place (Cholesky QR: `R'R = Y'Y`, `Y <- Y R^-1`, sums in double
 * precision). A column that depends on those before it becomes zero.
 */
export function orthonormalize(matrix: Matrix): void {
  const factor = invertCholesky(crossProduct(matrix, matrix), matrix.columns);
  multiplyRows(matrix, { factor, rows: matrix.columns, isLower: true }, matrix);
}

/** `left' * right` for two matrices of equal shape: `columns * columns`, row-major, in double precision. */
export function crossProduct(left: Matrix, right: Matrix): Float64Array {
  const { rows, columns } = left;
  const isSymmetric = left === right;
  const sums = new Float64Array(columns * columns);
  for (let start = 0; start < rows; start += chunkRows) {
    const length = Math.min(chunkRows, rows - start);
    const a = toTransposedChunk(left, start, length);
    const b = isSymmetric ? a : toTransposedChunk(right, start, length);
    addMultipliedTransposed({
      left: a,
      leftRows: columns,
      right: b,
      rightRows: columns,
      length,
      sums,
      isSymmetric,
    });
  }
  if (isSymmetric) {
    for (let i = 0; i < columns; i++) {
      for (let j = 0; j < i; j++) sums[i * columns + j] = at(sums, j * columns + i);
    }
  }
  return sums;
}

/** Writes `matrix * factor'` to `output`, which may be `matrix` itself; `factor` has `rows` rows. */
export function multiplyRows(
  matrix: Matrix,
  {
    factor,
    rows,
    isLower,
  }: { readonly factor: Float64Array; readonly rows: number; readonly isLower?: boolean },
  output: Matrix,
): void {
  for (let start = 0; start < matrix.rows; start += chunkRows) {
    const end = Math.min(start + chunkRows, matrix.rows);
    const sums = new Float64Array((end - start) * rows);
    addMultipliedTransposed({
      left: Float64Array.from(matrix.data.subarray(start * matrix.columns, end * matrix.columns)),
      leftRows: end - start,
      right: factor,
      rightRows: rows,
      length: matrix.columns,
      sums,
      isRightLower: isLower === true,
    });
    output.data.set(sums, start * rows);
  }
}

/** Rows taken at a time, so that what the inner loops read stays in the processor's second cache. */
const chunkRows = 64;

function toTransposedChunk({ columns, data }: Matrix, start: number, length: number): Float64Array {
  const chunk = new Float64Array(columns * length);
  for (let row = 0; row < length; row++) {
    for (let column = 0; column < columns; column++) {
      chunk[column * length + row] = data[(start + row) * columns + column] ?? 0;
    }
  }
  return chunk;
}

/** Entries are float32: what rounding leaves of a dependent column is about the square of their precision. */
const relativeRank = 1e-11;

/**
 * For `gram = R'R`: the inverse of R, transposed, so that its row `c` holds what column `c` of the result takes of the
 * columns up to it. A pivot lost to rounding gives a row of zeros.
 */
function invertCholesky(gram: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = at(gram, i * size + j);
      for (let k = 0; k < j; k++) rest -= at(factor, i * size + k) * at(factor, j * size + k);
      const pivot = at(factor, j * size + j);
      if (j < i) factor[i * size + j] = pivot === 0 ? 0 : rest / pivot;
      else factor[i * size + i] = rest > relativeRank * at(gram, i * size + i) ? Math.sqrt(rest) : 0;
    }
    const pivot = at(factor, i * size + i);
    if (pivot === 0) continue;
    inverse[i * size + i] = 1 / pivot;
    for (let k = 0; k < i; k++) {
      const weight = at(factor, i * size + k) / pivot;
      if (weight === 0) continue;
      for (let j = 0; j <= k; j++) {
        inverse[i * size + j] = at(inverse, i * size + j) - weight * at(inverse, k * size + j);
      }
    }
  }
  return inverse;
}

// The loops keep every index in bounds, which the compiler cannot see.
function at(array: Float64Array, index: number): number {
  return array[index] as number;
}
