import { createRandom } from "@observatory/core";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMatrixEngine, type MatrixEngine } from "../engine/matrix-engine.ts";
import { createMatrix, selectRows, squaredDistance, toMatrix, type Matrix } from "../matrix.ts";
import { kMeans, type KMeansResult } from "./k-means.ts";

let engine: MatrixEngine;
beforeAll(async () => {
  engine = await createMatrixEngine({ threads: 2 });
});
afterAll(() => engine.close());

describe("clusters", () => {
  test("are those of the hand", async () => {
    const points = toMatrix([[0], [1], [2], [10], [11], [12]]);
    const result = await kMeans(points, { clusters: 2, random: createRandom(1), engine });
    const low = result.labels[0] ?? -1;
    expect([...result.labels]).toEqual([low, low, low, 1 - low, 1 - low, 1 - low]);
    expect(result.centroids.data[low]).toBe(1);
    expect(result.centroids.data[1 - low]).toBe(11);
    expect([...result.sizes]).toEqual([3, 3]);
    expect(result.inertia).toBe(4);
  });

  test("follow Lloyd's iterations from given centroids", async () => {
    const points = toMatrix([[0], [2], [4], [9]]);
    const seen: unknown[] = [];
    const result = await kMeans(points, {
      clusters: 2,
      initialCentroids: toMatrix([[0], [1]]),
      tolerance: 0,
      random: createRandom(1),
      engine,
      onIteration: (iteration) => seen.push(iteration),
    });
    // {0} {2 4 9} with means 0 and 5, then {0 2} {4 9} with means 1 and 6.5, and nothing moves.
    expect(seen).toEqual([
      { restart: 0, iteration: 1, inertia: 0 + 1 + 9 + 64, moved: 4 },
      { restart: 0, iteration: 2, inertia: 0 + 4 + 1 + 16, moved: 1 },
    ]);
    expect([...result.labels]).toEqual([0, 0, 1, 1]);
    expect([...result.centroids.data]).toEqual([1, 6.5]);
    expect(result).toMatchObject({ inertia: 14.5, iterations: 2 });
  });

  test("keep each point with its nearest centroid, which is the mean of its points", async () => {
    const number = fc.integer({ min: -50, max: 50 });
    const cloud = fc.array(fc.tuple(number, number, number), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(cloud, fc.integer({ min: 1, max: 8 }), fc.integer(), async (rows, clusters, seed) => {
        const points = toMatrix(rows);
        const result = await kMeans(points, { clusters, random: createRandom(seed), tolerance: 0, engine });
        expectConsistent(points, result);
        const distinct = new Set(rows.map(String)).size;
        expect(result.sizes.length).toBe(Math.min(clusters, distinct));
      }),
      { numRuns: 25 },
    );
  });
});

describe("the same seed", () => {
  const points = createMixture(1500, 16, 30, 5);

  test("gives the same bytes on one, two and three threads", async () => {
    const [one, two, three] = await Promise.all(
      [1, 2, 3].map((threads) =>
        kMeans(points, {
          clusters: 60,
          random: createRandom("seed"),
          threads,
          restarts: 2,
          maxIterations: 30,
        }),
      ),
    );
    expect(two).toEqual(one);
    expect(three).toEqual(one);
    expect(one?.iterations).toBeGreaterThan(3);
  });

  test("gives the same bytes when clusters must be filled, on one, two and three threads", async () => {
    const initialCentroids = selectRows(
      points,
      Array.from({ length: 30 }, () => 7),
    );
    const fits = await Promise.all(
      [1, 2, 3].map((threads) =>
        kMeans(points, {
          clusters: 30,
          initialCentroids,
          random: createRandom(1),
          threads,
          maxIterations: 8,
        }),
      ),
    );
    expect(fits[1]).toEqual(fits[0]);
    expect(fits[2]).toEqual(fits[0]);
    expect(fits[0]?.sizes.length).toBe(30);
  });

  test("does not change the points", async () => {
    const before = points.data.slice();
    await kMeans(points, { clusters: 5, random: createRandom(1), engine });
    expect(points.data).toEqual(before);
  });
});

describe("unusual input", () => {
  const options = { random: createRandom(3), tolerance: 0 };

  test("one cluster is the mean", async () => {
    const points = toMatrix([
      [1, 0],
      [3, 0],
      [5, 6],
    ]);
    const { centroids, labels } = await kMeans(points, { ...options, clusters: 1, engine });
    expect([...centroids.data]).toEqual([3, 2]);
    expect([...labels]).toEqual([0, 0, 0]);
  });

  test("as many clusters as points, or more, give each distinct point its own", async () => {
    const points = toMatrix([[1], [5], [2], [8]]);
    for (const clusters of [4, 9]) {
      const result = await kMeans(points, { ...options, clusters, engine });
      expect(new Set(result.labels).size).toBe(4);
      expect(result.inertia).toBe(0);
    }
  });

  test("equal points give one cluster", async () => {
    const points = toMatrix(Array.from({ length: 700 }, () => [0.1, 0.7, -0.3]));
    const result = await kMeans(points, { ...options, clusters: 5, engine });
    expect([...result.sizes]).toEqual([700]);
    expect(result.inertia).toBe(0);
    expect([...result.centroids.data]).toEqual([...points.data.subarray(0, 3)]);
  });

  test("fewer distinct points than clusters give a cluster to each", async () => {
    const points = toMatrix(Array.from({ length: 900 }, (_, i) => [0.1 * (i % 3), 1]));
    const result = await kMeans(points, { ...options, clusters: 10, engine });
    expect([...result.sizes]).toEqual([300, 300, 300]);
    expect(result.inertia).toBe(0);
  });

  test("no points give no clusters", async () => {
    const result = await kMeans(createMatrix(0, 4), { ...options, clusters: 3, engine });
    expect(result).toMatchObject({ inertia: 0, iterations: 0, centroids: { rows: 0, columns: 4 } });
    expect(result.labels.length).toBe(0);
  });

  test("equal initial centroids are drawn apart", async () => {
    const points = toMatrix([[0], [1], [10], [11], [20], [21]]);
    const initialCentroids = toMatrix([[0], [0], [0]]);
    const result = await kMeans(points, { ...options, clusters: 3, initialCentroids, engine });
    expect([...result.sizes]).toEqual([2, 2, 2]);
    expect(result.inertia).toBe(1.5);
  });

  test("points far from the origin are told apart", async () => {
    const points = toMatrix(Array.from({ length: 600 }, (_, i) => [10_000 + (i % 2) * 0.5, -20_000]));
    const result = await kMeans(points, { ...options, clusters: 2, engine });
    expect([...result.sizes]).toEqual([300, 300]);
    expect([...result.centroids.data].sort((a, b) => a - b)).toEqual([-20_000, -20_000, 10_000, 10_000.5]);
    expect(result.inertia).toBe(0);
  });

  test("a number that is not finite is an input error that names the row", async () => {
    const fitting = kMeans(toMatrix([[1], [NaN]]), { ...options, clusters: 1, engine });
    await expect(fitting).rejects.toMatchObject({ code: "input", message: expect.stringContaining("row 1") });
  });

  test.each([
    { clusters: 0 },
    { clusters: 1.5 },
    { clusters: 1, restarts: 0 },
    { clusters: 1, maxIterations: 0 },
    { clusters: 1, initialCentroids: toMatrix([[1, 2]]) },
    { clusters: 2, initialCentroids: toMatrix([[1]]) },
  ])("options that make no sense are refused: %o", async (bad) => {
    await expect(kMeans(toMatrix([[1]]), { ...options, ...bad, engine })).rejects.toThrow(RangeError);
  });
});

test("restarts keep the fit of least inertia", async () => {
  const points = createMixture(800, 4, 30, 9);
  const fit = (restarts: number): Promise<KMeansResult> =>
    kMeans(points, { clusters: 30, random: createRandom("r"), tolerance: 0, restarts, engine });
  const [one, four] = [await fit(1), await fit(4)];
  expect(four.inertia).toBeLessThanOrEqual(one.inertia);
  expectConsistent(points, four);
});

test("an abort ends the iterations with its reason, and the engine can be used again", async () => {
  const points = createMixture(2000, 16, 20, 4);
  const controller = new AbortController();
  const reason = new Error("enough");
  const fitting = kMeans(points, {
    clusters: 20,
    random: createRandom(1),
    tolerance: 0,
    engine,
    signal: controller.signal,
    onIteration: () => controller.abort(reason),
  });
  await expect(fitting).rejects.toBe(reason);
  const again = await kMeans(toMatrix([[1], [2]]), { clusters: 2, random: createRandom(1), engine });
  expect(again.sizes.length).toBe(2);
});

test("the portable backend finds the same clusters", async () => {
  const points = createMixture(600, 12, 10, 2);
  const portable = await createMatrixEngine({ threads: 1, prefer: "wasm" });
  try {
    const options = { clusters: 10, random: createRandom(1) };
    const expected = await kMeans(points, { ...options, engine });
    const found = await kMeans(points, { ...options, engine: portable });
    expect([expected.engine, found.engine]).toEqual(["native", "wasm"]);
    expect(found.labels).toEqual(expected.labels);
    expect(found.inertia).toBeCloseTo(expected.inertia, 2);
  } finally {
    await portable.close();
  }
});

function createMixture(rows: number, columns: number, centres: number, seed: number): Matrix {
  const random = createRandom(seed);
  const means = Array.from({ length: centres }, () =>
    Array.from({ length: columns }, () => 2 * random.normal()),
  );
  return toMatrix(
    Array.from({ length: rows }, () => random.pick(means).map((mean) => mean + 0.5 * random.normal())),
  );
}

/** Every point is with its nearest centroid, sizes and inertia are those of the labels, centroids are means. */
function expectConsistent(points: Matrix, result: KMeansResult, slack = 1e-3): void {
  const { labels, centroids, sizes } = result;
  const means = new Float64Array(centroids.data.length);
  let inertia = 0;
  let worst = 0;
  for (let i = 0; i < points.rows; i++) {
    const label = labels[i] ?? -1;
    const own = squaredDistance(points, i, centroids, label);
    inertia += own;
    for (let other = 0; other < centroids.rows; other++) {
      worst = Math.max(worst, own - squaredDistance(points, i, centroids, other));
    }
    for (let d = 0; d < points.columns; d++) {
      const at = label * points.columns + d;
      means[at] = (means[at] ?? 0) + (points.data[i * points.columns + d] ?? 0) / (sizes[label] ?? 0);
    }
  }
  expect(worst).toBeLessThan(1e-2);
  expect(inertia).toBeCloseTo(result.inertia, 4);
  expect([...sizes]).toEqual(
    [...sizes.keys()].map((cluster) => labels.filter((label) => label === cluster).length),
  );
  expect(Math.min(...sizes)).toBeGreaterThan(0);
  expect(Math.max(...means.map((mean, i) => Math.abs(mean - (centroids.data[i] ?? 0))))).toBeLessThan(slack);
}
