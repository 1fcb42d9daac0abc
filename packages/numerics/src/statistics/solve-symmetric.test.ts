import fc from "fast-check";
import { expect, test } from "vitest";
import { solveSymmetric } from "./solve-symmetric.ts";

test("solves a system that was solved by hand", () => {
  expect([...(solveSymmetric([4, 2, 2, 3], [10, 9]) ?? [])]).toEqual(
    [1.5, 2].map((x) => expect.closeTo(x, 12)),
  );
});

test("gives nothing where one column is another's double, or nothing at all", () => {
  expect(solveSymmetric([1, 2, 2, 4], [1, 2])).toBeNull();
  expect(solveSymmetric([0], [0])).toBeNull();
});

test("finds what was put in", () => {
  const numbers = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(numbers, ([...values]) => {
      const size = 3;
      const rows = values.slice(0, 9);
      const wanted = values.slice(9);
      // Every square of a matrix and a unit matrix is positive definite.
      const matrix = Array.from({ length: 9 }, (_, at) => {
        const [i, j] = [Math.floor(at / size), at % size];
        const product = [0, 1, 2].reduce(
          (sum, k) => sum + (rows[i * size + k] ?? 0) * (rows[j * size + k] ?? 0),
          0,
        );
        return product + (i === j ? 1 : 0);
      });
      const right = [0, 1, 2].map((i) =>
        [0, 1, 2].reduce((sum, j) => sum + (matrix[i * size + j] ?? 0) * (wanted[j] ?? 0), 0),
      );
      const found = solveSymmetric(matrix, right);
      wanted.forEach((value, i) => expect(found?.[i]).toBeCloseTo(value, 8));
    }),
  );
});
