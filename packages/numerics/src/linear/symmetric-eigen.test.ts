import { createRandom } from "@observatory/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { symmetricEigen } from "./symmetric-eigen.ts";

test("a 2 x 2 matrix by hand", () => {
  const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
  expect([...values].map((value) => Math.round(value * 1e12) / 1e12)).toEqual([3, 1]);
  expect(Math.abs(vectors[0] ?? 0)).toBeCloseTo(Math.SQRT1_2, 12);
  expect((vectors[2] ?? 0) / (vectors[3] ?? 0)).toBeCloseTo(-1, 12);
});

test("matrices of size 0 and 1, of zeros, and diagonal ones", () => {
  expect(symmetricEigen(new Float64Array(0), 0).values).toHaveLength(0);
  expect([...symmetricEigen(Float64Array.of(-4), 1).values]).toEqual([-4]);
  expect([...symmetricEigen(new Float64Array(9), 3).values]).toEqual([0, 0, 0]);
  expect([...symmetricEigen(Float64Array.of(1, 0, 0, 0, 3, 0, 0, 0, 2), 3).values]).toEqual([3, 2, 1]);
});

test("vectors are orthonormal and rebuild the matrix", () => {
  const sizes = fc.integer({ min: 1, max: 24 });
  fc.assert(
    fc.property(sizes, sizes, fc.nat(), (size, rank, seed) => {
      const matrix = randomSymmetric(size, rank, seed);
      const { values, vectors } = symmetricEigen(matrix, size);
      let worst = 0;
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          let rebuilt = 0;
          let product = 0;
          for (let k = 0; k < size; k++) {
            rebuilt += (vectors[k * size + i] ?? 0) * (values[k] ?? 0) * (vectors[k * size + j] ?? 0);
            product += (vectors[i * size + k] ?? 0) * (vectors[j * size + k] ?? 0);
          }
          const misses = [rebuilt - (matrix[i * size + j] ?? 0), product - (i === j ? 1 : 0)];
          worst = Math.max(worst, ...misses.map(Math.abs));
        }
      }
      expect(worst).toBeLessThan(1e-10);
    }),
  );
});

function randomSymmetric(size: number, rank: number, seed: number): Float64Array {
  const random = createRandom(seed);
  const matrix = new Float64Array(size * size);
  for (let r = 0; r < rank; r++) {
    const vector = Array.from({ length: size }, () => random.normal());
    const sign = random.next() < 0.5 ? -1 : 1;
    vector.forEach((a, i) =>
      vector.forEach((b, j) => (matrix[i * size + j] = (matrix[i * size + j] ?? 0) + sign * a * b)),
    );
  }
  return matrix;
}
