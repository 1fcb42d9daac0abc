/**
 * Rows of mostly zeros (compressed sparse rows): the entries of row `i` are `values[e]` in column `indices[e]` for `e`
 * from `offsets[i]` up to, not including, `offsets[i + 1]`; columns rise within a row.
 */
export interface SparseMatrix {
  readonly rows: number;
  readonly columns: number;
  /** `rows + 1` entries. */
  readonly offsets: Uint32Array;
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/** The transpose, in time proportional to the entries. */
export function transposeSparse(matrix: SparseMatrix): SparseMatrix {
  const { rows, columns, offsets, indices, values } = matrix;
  const transposed = new Uint32Array(columns + 1);
  for (const column of indices) transposed[column + 1] = offsetAt(transposed, column + 1) + 1;
  for (let column = 0; column < columns; column++) {
    transposed[column + 1] = offsetAt(transposed, column + 1) + offsetAt(transposed, column);
  }
  const next = transposed.slice(0, columns);
  const transposedIndices = new Int32Array(indices.length);
  const transposedValues = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let entry = offsetAt(offsets, row); entry < offsetAt(offsets, row + 1); entry++) {
      const column = integerAt(indices, entry);
      const target = offsetAt(next, column);
      next[column] = target + 1;
      transposedIndices[target] = row;
      transposedValues[target] = at(values, entry);
    }
  }
  return {
    rows: columns,
    columns: rows,
    offsets: transposed,
    indices: transposedIndices,
    values: transposedValues,
  };
}

/** A window of eight columns, or fewer, of a dense row-major array. */
export interface Strip {
  readonly data: Float32Array;
  /** Distance between rows in `data`. */
  readonly stride: number;
  /** First column of the window. */
  readonly offset: number;
}

/** Columns that {@link multiplyStrip} handles at a time. */
export const stripWidth = 8;

/**
 * Multiplies a sparse matrix by a window of `width` columns (at most {@link stripWidth}) of a dense one, and writes
 * the product to a window of another. Sums are kept in double precision.
 */
export function multiplyStrip(matrix: SparseMatrix, input: Strip, output: Strip, width: number): void {
  if (width === stripWidth) return multiplyFullStrip(matrix, input, output);
  const { rows, offsets, indices, values } = matrix;
  for (let column = 0; column < width; column++) {
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      const end = offsetAt(offsets, row + 1);
      for (let entry = offsetAt(offsets, row); entry < end; entry++) {
        sum +=
          at(values, entry) *
          at(input.data, integerAt(indices, entry) * input.stride + input.offset + column);
      }
      output.data[row * output.stride + output.offset + column] = sum;
    }
  }
}

// Eight named sums stay in registers; an array of sums would go through memory and take three times as long.
function multiplyFullStrip(matrix: SparseMatrix, input: Strip, output: Strip): void {
  const { rows, offsets, indices, values } = matrix;
  const { data, stride, offset } = input;
  const result = output.data;
  for (let row = 0; row < rows; row++) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let s5 = 0;
    let s6 = 0;
    let s7 = 0;
    const end = offsetAt(offsets, row + 1);
    for (let entry = offsetAt(offsets, row); entry < end; entry++) {
      const value = at(values, entry);
      const source = integerAt(indices, entry) * stride + offset;
      s0 += value * at(data, source);
      s1 += value * at(data, source + 1);
      s2 += value * at(data, source + 2);
      s3 += value * at(data, source + 3);
      s4 += value * at(data, source + 4);
      s5 += value * at(data, source + 5);
      s6 += value * at(data, source + 6);
      s7 += value * at(data, source + 7);
    }
    const target = row * output.stride + output.offset;
    result[target] = s0;
    result[target + 1] = s1;
    result[target + 2] = s2;
    result[target + 3] = s3;
    result[target + 4] = s4;
    result[target + 5] = s5;
    result[target + 6] = s6;
    result[target + 7] = s7;
  }
}

// The loops keep every index in bounds, which the compiler cannot see; a check per entry would cost a third.
// One function a type keeps each of them monomorphic.
function at(array: Float32Array, index: number): number {
  return array[index] as number;
}

function integerAt(array: Int32Array, index: number): number {
  return array[index] as number;
}

function offsetAt(array: Uint32Array, index: number): number {
  return array[index] as number;
}
