import { createRandom } from "@observatory/core";
import { createMatrixEngine, type MatrixEngine } from "@observatory/numerics";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildMap } from "./build-map.ts";
import { mapFileSchema, type MapFile } from "./map-schema.ts";
import type { PublishedCluster } from "./schema.ts";

let engine: MatrixEngine;
beforeAll(async () => {
  engine = await createMatrixEngine({ threads: 1 });
});
afterAll(() => engine.close());

const toCluster = (
  id: string,
  level: number,
  parent: string | null,
  conversations = 100,
): PublishedCluster => ({
  id,
  level,
  parent,
  name: id,
  description: id,
  conversations,
  accounts: 50,
  share: 0.1,
  withheld: null,
  audit: { rating: null, reason: null },
});

/** Families of base clusters whose centroids are near each other. */
function createFamilies(families: number, children: number) {
  const random = createRandom(9);
  const centroids = new Map<string, number[]>();
  const clusters: PublishedCluster[] = [];
  for (let family = 0; family < families; family++) {
    clusters.push(toCluster(`p${family}`, 1, null, 100 * children));
    const centre = Array.from({ length: 24 }, () => random.normal());
    for (let child = 0; child < children; child++) {
      const id = `p${family}c${child}`;
      clusters.push(toCluster(id, 0, `p${family}`));
      centroids.set(
        id,
        centre.map((value) => value + 0.3 * random.normal()),
      );
    }
  }
  return { clusters, centroids };
}

const build = (
  clusters: readonly PublishedCluster[],
  centroids: ReadonlyMap<string, ArrayLike<number>>,
  seed = 1,
) =>
  buildMap(
    clusters,
    (id) => {
      const centroid = centroids.get(id);
      if (centroid === undefined) throw new Error(`the centroid of ${id} was asked for`);
      return centroid;
    },
    { seed, engine },
  );

const placeOf = (map: MapFile, id: string): { x: number; y: number } => {
  const point = map.points.find((candidate) => candidate.id === id);
  if (point === undefined) throw new Error(`${id} has no place`);
  return point;
};

test("siblings stand nearer to their parent than to any other, and all within the square", async () => {
  const { clusters, centroids } = createFamilies(6, 6);
  const map = mapFileSchema.parse(await build(clusters, centroids));
  expect(map).toMatchObject({ method: "umap", neighborhood: 15 });
  expect(map.points.map(({ id }) => id)).toEqual(clusters.map(({ id }) => id));
  for (const { id, x, y } of map.points) {
    expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1);
    const distances = [0, 1, 2, 3, 4, 5].map((family) => {
      const parent = placeOf(map, `p${family}`);
      return Math.hypot(parent.x - x, parent.y - y);
    });
    expect(`p${distances.indexOf(Math.min(...distances))}`).toBe(id.slice(0, 2));
  }
  expect(Math.max(...map.points.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]))).toBe(1);
});

test("neighbours are of the same level, the nearest first, at most six and never the cluster itself", async () => {
  const { clusters, centroids } = createFamilies(3, 8);
  const { neighbours } = await build(clusters, centroids);
  for (const { id, level } of clusters) {
    const near = neighbours[id] ?? [];
    expect(near).toHaveLength(level === 0 ? 6 : 2);
    expect(near).not.toContain(id);
    if (level === 0) expect(near.every((other) => other.startsWith(id.slice(0, 2)))).toBe(true);
    else expect(near.every((other) => other.length === 2)).toBe(true);
  }
});

test("a parent stands at the mean of its shown children by published size", async () => {
  const clusters = [
    toCluster("p", 1, null, 400),
    toCluster("a", 0, "p", 300),
    toCluster("b", 0, "p", 100),
    toCluster("q", 0, null, 50),
  ];
  const centroids = new Map([
    ["a", [1, 0]],
    ["b", [0, 1]],
    ["q", [1, 1]],
  ]);
  const map = await build(clusters, centroids);
  expect(map).toMatchObject({ method: "circle", neighborhood: null });
  const [a, b, p] = [placeOf(map, "a"), placeOf(map, "b"), placeOf(map, "p")];
  expect(p.x).toBeCloseTo(0.75 * a.x + 0.25 * b.x, 2);
  expect(p.y).toBeCloseTo(0.75 * a.y + 0.25 * b.y, 2);
  expect(map.neighbours).toEqual({ p: [], a: ["q", "b"], b: ["q", "a"], q: ["a", "b"] });
});

test("only shown clusters without shown children are asked for their centroids", async () => {
  const { clusters, centroids } = createFamilies(5, 3);
  const shown = clusters.filter(({ id }) => !id.startsWith("p3c"));
  const asked: string[] = [];
  await buildMap(
    shown,
    (id) => {
      asked.push(id);
      return centroids.get(id) ?? Array.from({ length: 24 }, (_, d) => d);
    },
    { seed: 1, engine },
  );
  const leaves = shown.map(({ id }) => id).filter((id) => id.length === 4 || id === "p3");
  expect([...new Set(asked)].toSorted()).toEqual(leaves.toSorted());
});

test("the same seed gives the same map on any number of threads, another seed another", async () => {
  const { clusters, centroids } = createFamilies(4, 5);
  const first = await build(clusters, centroids);
  const three = await createMatrixEngine({ threads: 3 });
  try {
    const centroidOf = (id: string) => centroids.get(id) ?? [];
    expect(await buildMap(clusters, centroidOf, { seed: 1, engine: three })).toEqual(first);
  } finally {
    await three.close();
  }
  expect((await build(clusters, centroids, 2)).points).not.toEqual(first.points);
});

test("no cluster makes an empty map, one stands in the middle", async () => {
  expect(await build([], new Map())).toMatchObject({ method: "circle", points: [], neighbours: {} });
  const one = await build([toCluster("a", 0, null)], new Map([["a", [1, 2]]]));
  expect(one).toMatchObject({ points: [{ id: "a", x: 0, y: 0 }], neighbours: { a: [] } });
});

test("an abort ends the work, and progress is told by epochs", async () => {
  const { clusters, centroids } = createFamilies(4, 5);
  const controller = new AbortController();
  const seen: number[] = [];
  const promise = buildMap(clusters, (id) => centroids.get(id) ?? [], {
    seed: 1,
    engine,
    signal: controller.signal,
    onProgress: (done, total) => {
      seen.push(done);
      expect(total).toBeGreaterThanOrEqual(done);
      if (done === 3) controller.abort(new Error("enough"));
    },
  });
  await expect(promise).rejects.toThrow("enough");
  expect(seen).toEqual([1, 2, 3]);
});
