import { createRandom } from "@observatory/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMatrixEngine, type MatrixEngine } from "../engine/matrix-engine.ts";
import { rowOf, toMatrix, type Matrix } from "../matrix.ts";
import { preparePoints } from "./prepare-points.ts";
import { seedCentroids } from "./seed-centroids.ts";

let engine: MatrixEngine;
beforeAll(async () => {
  engine = await createMatrixEngine({ threads: 2 });
});
afterAll(() => engine.close());

async function seed(points: Matrix, clusters: number, label = "seed"): Promise<string[]> {
  const centroids = await seedCentroids(preparePoints(points), {
    clusters,
    random: createRandom(label),
    engine,
  });
  return Array.from({ length: clusters }, (_, row) => rowOf(centroids, row).join());
}

test("seeds are points, and each of far groups gets one", async () => {
  const random = createRandom(1);
  const points = toMatrix(
    Array.from({ length: 2000 }, (_, i) => [100 * (i % 50) + random.next(), -70 * (i % 50) + random.next()]),
  );
  const seeds = await seed(points, 50);
  const rows = new Set(Array.from({ length: points.rows }, (_, row) => rowOf(points, row).join()));
  expect(seeds.every((point) => rows.has(point))).toBe(true);
  expect(new Set(seeds.map((point) => Math.floor(Number(point.split(",")[0]) / 100))).size).toBe(50);
});

test("as many seeds as points are all points", async () => {
  const points = toMatrix([[4], [1], [3], [9], [7], [20]]);
  expect((await seed(points, 6)).map(Number).sort((a, b) => a - b)).toEqual([1, 3, 4, 7, 9, 20]);
});

test("where there are fewer distinct points the first seed fills the rest", async () => {
  const seeds = await seed(toMatrix([[0.1], [0.1], [0.7], [0.1]]), 4);
  expect(new Set(seeds).size).toBe(2);
  expect(seeds.slice(2)).toEqual([seeds[0], seeds[0]]);
});

test("a sample seeds what is large, the same for the same seed", async () => {
  const random = createRandom(2);
  const points = toMatrix(Array.from({ length: 21_000 }, () => [random.normal(), random.normal()]));
  const seeds = await seed(points, 6);
  expect(new Set(seeds).size).toBe(6);
  expect(await seed(points, 6)).toEqual(seeds);
  expect(await seed(points, 6, "other")).not.toEqual(seeds);
});
