import { createRandom } from "@observatory/core";
import { expect, test } from "vitest";
import { createMatrix } from "../matrix.ts";
import { crossProduct, orthonormalize } from "./orthonormalize.ts";

test("two columns by hand", () => {
  const matrix = createMatrix(2, 2);
  matrix.data.set([3, 1, 4, 2]);
  orthonormalize(matrix);
  expect([...matrix.data]).toEqual([0.6, -0.8, 0.8, 0.6].map((value) => expect.closeTo(value, 5)));
});

test("columns come out orthonormal, and dependent ones as zeros", () => {
  const random = createRandom(1);
  const matrix = createMatrix(201, 11);
  for (let i = 0; i < matrix.data.length; i++) matrix.data[i] = random.normal() * 10 ** ((i % 11) - 5);
  for (let row = 0; row < matrix.rows; row++) {
    const start = row * 11;
    matrix.data[start + 7] = (matrix.data[start + 2] ?? 0) * 3 - (matrix.data[start + 5] ?? 0) / 7;
    matrix.data[start + 9] = 0;
  }
  orthonormalize(matrix);
  const products = [...crossProduct(matrix, matrix)].map((value) => Math.round(value * 1e5) / 1e5 + 0);
  const expected = products.map((_, i) => (i % 12 === 0 && i !== 7 * 12 && i !== 9 * 12 ? 1 : 0));
  expect(products).toEqual(expected);
});
