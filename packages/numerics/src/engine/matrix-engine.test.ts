import { describe, expect, test } from "vitest";
import { createMatrix, toMatrix, toShared, type Matrix } from "../matrix.ts";
import { createMatrixEngine, type MatrixEngine } from "./matrix-engine.ts";

describe.each(["native", "wasm"] as const)("the %s engine", (prefer) => {
  test("gives all squared distances, one row for each target", async () => {
    const engine = await createMatrixEngine({ threads: 2, prefer });
    try {
      expect(engine).toMatchObject({ backend: prefer, threads: 2 });
      const queries = toMatrix(
        Array.from({ length: 600 }, (_, i) => [i, 1]),
        { shared: true },
      );
      const targets = toMatrix(
        [
          [0, 1],
          [599, 0],
        ],
        { shared: true },
      );
      const distances = new Float32Array(new SharedArrayBuffer(4 * 1200));
      const querySquares = Float64Array.from({ length: 600 }, (_, i) => i * i + 1);
      await engine.distances({ queries, querySquares, targets, distances });
      expect([distances[0], distances[2], distances[30]]).toEqual([0, 4, 900]);
      expect([distances[600 + 599], distances[600 + 589]]).toEqual([1, 101]);
    } finally {
      await engine.close();
    }
  });
});

test("an engine may be closed in the middle of a job, and an abort ends one", async () => {
  const matrix = toShared(createMatrix(6000, 64));
  const engine = await createMatrixEngine({ threads: 2 });
  const controller = new AbortController();
  const job = nearest(engine, matrix, controller.signal);
  controller.abort(new Error("enough"));
  await expect(job).rejects.toThrow("enough");
  const left = nearest(engine, matrix);
  await engine.close();
  await left;
  await expect(nearest(engine, matrix)).rejects.toThrow("closed");
});

function nearest(engine: MatrixEngine, matrix: Matrix, signal?: AbortSignal): Promise<void> {
  const indices = new Int32Array(new SharedArrayBuffer(4 * matrix.rows));
  const scores = new Float32Array(new SharedArrayBuffer(4 * matrix.rows));
  return engine.nearest({ queries: matrix, targets: matrix, count: 1, indices, scores, signal });
}
