/**
 * Solves `matrix * x = right` for a symmetric positive definite matrix, row-major, by Cholesky's method. Null where the
 * matrix is singular to nine digits of its diagonal: columns that others determine.
 */
export function solveSymmetric(matrix: ArrayLike<number>, right: ArrayLike<number>): Float64Array | null {
  const size = right.length;
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k++)
        rest -= (factor[row * size + k] ?? 0) * (factor[column * size + k] ?? 0);
      if (row > column) factor[row * size + column] = rest / (factor[column * size + column] ?? 1);
      else if (rest <= 1e-9 * (matrix[row * size + row] ?? 0)) return null;
      else factor[row * size + row] = Math.sqrt(rest);
    }
  }
  const solved = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++)
      solved[row] = (solved[row] ?? 0) - (factor[row * size + k] ?? 0) * (solved[k] ?? 0);
    solved[row] = (solved[row] ?? 0) / (factor[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++)
      solved[row] = (solved[row] ?? 0) - (factor[k * size + row] ?? 0) * (solved[k] ?? 0);
    solved[row] = (solved[row] ?? 0) / (factor[row * size + row] ?? 1);
  }
  return solved;
}
