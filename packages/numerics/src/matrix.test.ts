import { expect, test } from "vitest";
import {
  columnMeans,
  createMatrix,
  normaliseRows,
  requireFinite,
  rowOf,
  selectRows,
  shiftRows,
  squaredDistance,
  squaredLengths,
  toMatrix,
  toShared,
} from "./matrix.ts";

test("vectors become rows, and a row is a view", () => {
  const matrix = toMatrix([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  expect(matrix).toMatchObject({ rows: 3, columns: 2 });
  rowOf(matrix, 1)[0] = 9;
  expect([...matrix.data]).toEqual([1, 2, 9, 4, 5, 6]);
  expect([...selectRows(matrix, [2, 0, 2]).data]).toEqual([5, 6, 1, 2, 5, 6]);
});

test("vectors of different lengths are refused, and none make an empty matrix", () => {
  expect(() => toMatrix([[1], [1, 2]])).toThrow("row 1 has 2 numbers, row 0 has 1");
  expect(toMatrix([])).toMatchObject({ rows: 0, columns: 0 });
});

test("a shared matrix is over shared memory, and sharing copies only what is not", () => {
  const shared = createMatrix(2, 3, { shared: true });
  expect(shared.data.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(toShared(shared)).toBe(shared);
  const copy = toShared(toMatrix([[1, 2, 3]]));
  expect(copy.data.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect([...copy.data]).toEqual([1, 2, 3]);
});

test("rows are scaled to length 1, rows of zeros are left alone", () => {
  const matrix = toMatrix([
    [3, 4],
    [0, 0],
  ]);
  normaliseRows(matrix);
  expect([...matrix.data]).toEqual([...Float32Array.of(0.6, 0.8, 0, 0)]);
});

test("means, lengths and distances are those of the hand", () => {
  const matrix = toMatrix([
    [1, 2],
    [3, 6],
  ]);
  expect([...columnMeans(matrix)]).toEqual([2, 4]);
  expect([...squaredLengths(matrix)]).toEqual([5, 45]);
  expect(squaredDistance(matrix, 0, matrix, 1)).toBe(20);
  shiftRows(matrix, columnMeans(matrix), -1);
  expect([...matrix.data]).toEqual([-1, -2, 1, 2]);
});

test.each([NaN, Infinity, 1e30])("%d in a row is named by its row", (bad) => {
  const squares = squaredLengths(toMatrix([[1], [bad]]));
  expect(() => requireFinite(squares, "points")).toThrow("row 1 of the points");
});
