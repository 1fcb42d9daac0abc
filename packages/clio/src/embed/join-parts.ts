import { createMatrix, normaliseRows, type Matrix } from "@observatory/numerics";

export interface JoinPartsOptions {
  /** Length of the lexical part where the semantic part has length 1. */
  readonly weight: number;
  /** 0 for rows whose semantic part is left zero; all others have both parts. */
  readonly known?: Uint8Array;
}

/**
 * Puts two vectors of a text side by side and scales the row to length 1, so that squared distances are weighted
 * means of both. A row whose semantic part is left out, or zero, is its lexical part alone, and the other way round;
 * a row with neither is zero.
 */
export function joinParts(semantic: Matrix, lexical: Matrix, options: JoinPartsOptions): Matrix {
  const { weight, known } = options;
  const joined = createMatrix(semantic.rows, semantic.columns + lexical.columns);
  for (let row = 0; row < joined.rows; row++) {
    const start = row * joined.columns;
    if (known === undefined || known[row] !== 0) {
      joined.data.set(semantic.data.subarray(row * semantic.columns, (row + 1) * semantic.columns), start);
    }
    for (let i = 0; i < lexical.columns; i++) {
      joined.data[start + semantic.columns + i] = weight * (lexical.data[row * lexical.columns + i] ?? 0);
    }
  }
  normaliseRows(joined);
  return joined;
}
