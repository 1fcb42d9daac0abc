import { createRandom } from "@observatory/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Matrix } from "../matrix.ts";
import type { SparseMatrix } from "./sparse-matrix.ts";
import { fitTruncatedSvd, projectRows } from "./truncated-svd.ts";

test("a matrix whose decomposition is known", async () => {
  // Disjoint blocks: (3, 4) alone, 2 alone, and the pair of equal rows (1, 1): singular values 5, 2, 2 and a zero.
  const matrix = toSparse([
    [3, 4, 0, 0, 0],
    [0, 0, 2.5, 0, 0],
    [0, 0, 0, 1, 1],
    [0, 0, 0, 1, 1],
  ]);
  const svd = await fitTruncatedSvd(matrix, { dimensions: 4, random: createRandom(1) });
  expect([...svd.singularValues].map((value) => Math.round(value * 1e5) / 1e5)).toEqual([5, 2.5, 2, 0]);
  expect(columnOf(svd.components, 0)).toEqual([0.6, 0.8, 0, 0, 0].map((value) => expect.closeTo(value, 6)));
  expect(columnOf(svd.components, 3)).toEqual([0, 0, 0, 0, 0]);
  const projected = projectRows(svd, matrix);
  expect(columnOf(projected, 2)).toEqual(
    [0, 0, Math.SQRT2, Math.SQRT2].map((value) => expect.closeTo(value, 6)),
  );
});

test("all directions together rebuild the matrix", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 30 }),
      fc.nat(),
      async (rows, columns, seed) => {
        const dense = randomDense(rows, columns, seed);
        const svd = await fitTruncatedSvd(toSparse(dense), { dimensions: 100, random: createRandom(seed) });
        const projected = projectRows(svd, toSparse(dense));
        expect(svd.dimensions).toBe(Math.min(rows, columns));
        let worst = 0;
        dense.forEach((row, i) =>
          row.forEach((value, j) => {
            let rebuilt = 0;
            for (let d = 0; d < svd.dimensions; d++) {
              rebuilt +=
                (projected.data[i * svd.dimensions + d] ?? 0) *
                (svd.components.data[j * svd.dimensions + d] ?? 0);
            }
            worst = Math.max(worst, Math.abs(rebuilt - value));
          }),
        );
        // Directions under about 1/200 of the first are below what float32 keeps of a product with the transpose.
        expect(worst).toBeLessThan(1e-4 + (svd.singularValues[0] ?? 0) / 100);
      },
    ),
    { numRuns: 40, examples: [[3, 7, 30]] },
  );
});

test("the same seed gives the same bytes, and another seed the same directions and signs", async () => {
  const matrix = toSparse(randomDense(60, 40, 5).map((row, i) => row.map((value, j) => value / (1 + i + j))));
  const options = { dimensions: 3, iterations: 6 };
  const first = await fitTruncatedSvd(matrix, { ...options, random: createRandom(1) });
  const again = await fitTruncatedSvd(matrix, { ...options, random: createRandom(1) });
  const other = await fitTruncatedSvd(matrix, { ...options, random: createRandom(2) });
  expect(again.components.data).toEqual(first.components.data);
  expect([...other.components.data]).toEqual(
    [...first.components.data].map((value) => expect.closeTo(value, 3)),
  );
});

test("normalised rows have length 1, and rows of zeros stay so", async () => {
  const matrix = toSparse([
    [1, 2],
    [0, 0],
    [3, 1],
  ]);
  const svd = await fitTruncatedSvd(matrix, { dimensions: 2, random: createRandom(1) });
  const { data } = projectRows(svd, matrix, { normalize: true });
  expect(Math.hypot(data[0] ?? 0, data[1] ?? 0)).toBeCloseTo(1, 6);
  expect([data[2], data[3]]).toEqual([0, 0]);
});

test("matrices without rows, columns or entries have no directions worth having", async () => {
  for (const dense of [[], [[], []], [[0, 0, 0]]]) {
    const svd = await fitTruncatedSvd(toSparse(dense), { dimensions: 2, random: createRandom(1) });
    expect([...svd.singularValues].every((value) => value === 0)).toBe(true);
    expect([...projectRows(svd, toSparse(dense)).data].every((value) => value === 0)).toBe(true);
  }
});

test("an aborted fit stops, and foreign columns are refused", async () => {
  const matrix = toSparse([[1, 2]]);
  const signal = AbortSignal.abort(new Error("stop"));
  await expect(fitTruncatedSvd(matrix, { dimensions: 1, random: createRandom(1), signal })).rejects.toThrow(
    "stop",
  );
  const svd = await fitTruncatedSvd(matrix, { dimensions: 1, random: createRandom(1) });
  expect(() => projectRows(svd, toSparse([[1]]))).toThrow(RangeError);
});

function columnOf({ rows, columns, data }: Matrix, column: number): number[] {
  return Array.from({ length: rows }, (_, row) => data[row * columns + column] ?? 0);
}

function randomDense(rows: number, columns: number, seed: number): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => (random.next() < 0.4 ? random.normal() : 0)),
  );
}

function toSparse(dense: readonly (readonly number[])[]): SparseMatrix {
  const offsets = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of dense) {
    row.forEach((value, column) => {
      if (value === 0) return;
      indices.push(column);
      values.push(value);
    });
    offsets.push(indices.length);
  }
  return {
    rows: dense.length,
    columns: dense[0]?.length ?? 0,
    offsets: Uint32Array.from(offsets),
    indices: Int32Array.from(indices),
    values: Float32Array.from(values),
  };
}
