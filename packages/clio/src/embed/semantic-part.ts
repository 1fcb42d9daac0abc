import type { Random } from "@observatory/core";
import { columnMeans, createMatrix, fitTruncatedSvd, normaliseRows, selectRows, shiftRows, type Matrix } from "@observatory/numerics";

/** What the semantic vectors of a corpus are centred by and projected on: plain data. */
export interface SemanticPart {
  readonly mean: Float64Array;
  /** One row per number of a vector, one column per direction: the principal ones, most variance first. */
  readonly directions: Matrix;
}

export interface FitSemanticPartOptions {
  readonly random: Random;
  /** Most directions. */
  readonly dimensions: number;
  readonly signal?: AbortSignal | undefined;
}

/** The directions are found from at most this many vectors; more change nothing that k-means could see. */
const maxFitted = 3000;

/** Finds the mean and the principal directions of vectors, one per row. No rows give no directions. */
export async function fitSemanticPart(vectors: Matrix, options: FitSemanticPartOptions): Promise<SemanticPart> {
  const { random, dimensions, signal } = options;
  const mean = columnMeans(vectors);
  if (vectors.rows === 0) return { mean, directions: createMatrix(vectors.columns, 0) };
  const order = random.fork("sample").shuffle(Array.from({ length: vectors.rows }, (_, row) => row));
  const centred = selectRows(vectors, order.slice(0, maxFitted));
  shiftRows(centred, mean, -1);
  const { components } = await fitTruncatedSvd(
    {
      rows: centred.rows,
      columns: centred.columns,
      offsets: Uint32Array.from({ length: centred.rows + 1 }, (_, row) => row * centred.columns),
      indices: Int32Array.from(centred.data, (_, entry) => entry % centred.columns),
      values: centred.data,
    },
    { dimensions, random: random.fork("directions"), signal },
  );
  return { mean, directions: components };
}

/** Centred vectors along the directions, as unit rows; a vector that equals the mean becomes a row of zeros. */
export function projectSemantic({ mean, directions }: SemanticPart, vectors: Matrix): Matrix {
  const width = directions.columns;
  const projected = createMatrix(vectors.rows, width);
  const sums = new Float64Array(width);
  for (let row = 0; row < vectors.rows; row++) {
    sums.fill(0);
    for (let i = 0; i < vectors.columns; i++) {
      const value = (vectors.data[row * vectors.columns + i] ?? 0) - (mean[i] ?? 0);
      const start = i * width;
      for (let d = 0; d < width; d++) sums[d] = (sums[d] ?? 0) + value * (directions.data[start + d] ?? 0);
    }
    projected.data.set(sums, row * width);
  }
  normaliseRows(projected);
  return projected;
}
