import { createRandom } from "@observatory/core";
import {
  createMatrix,
  nearestRows,
  normaliseRows,
  projectToPlane,
  rowOf,
  selectRows,
  type Matrix,
  type MatrixEngine,
} from "@observatory/numerics";
import { publishCoordinate, type Publishable } from "../privacy/door.ts";
import { mapSchemaName, type MapFile } from "./map-schema.ts";
import type { PublishedCluster } from "./schema.ts";

export interface BuildMapOptions {
  readonly seed: number;
  readonly engine: MatrixEngine;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Clio paper, section 3: 15 neighbours. */
const largestNeighborhood = 15;
/** The paper's 0 draws related clusters onto one another; a little more keeps them apart as discs. */
const minDistance = 0.05;
const fewestForUmap = 8;
const neighboursShown = 6;

/**
 * Where each shown cluster stands in the plane, and which are near it.
 *
 * Only shown clusters are looked at, so that what is hidden leaves neither a point nor a hole: those without shown
 * children are placed by their centroids, a parent stands at the mean of its shown children, weighted by their published
 * sizes. Fewer than eight stand on a circle. Rejects with the signal's reason.
 *
 * @param clusters as published, every parent before its children
 * @param centroidOf asked for clusters without shown children only
 */
export async function buildMap(
  clusters: readonly PublishedCluster[],
  centroidOf: (id: string) => ArrayLike<number>,
  options: BuildMapOptions,
): Promise<MapFile> {
  const { seed, signal } = options;
  signal?.throwIfAborted();
  const indexOf = new Map(clusters.map(({ id }, index) => [id, index]));
  const parents = clusters.map(({ parent }) => (parent === null ? -1 : (indexOf.get(parent) ?? -1)));
  const hasChildren = new Set(parents);
  const leaves = [...clusters.keys()].filter((index) => !hasChildren.has(index));
  const tree: ShownTree = { clusters, parents, leaves };

  const centroids = raiseToParents(tree, (leaf) => centroidOf(clusters[leaf]?.id ?? ""));
  const neighborhood =
    leaves.length < fewestForUmap ? null : Math.min(largestNeighborhood, leaves.length - 1);
  const places =
    neighborhood === null
      ? placeOnCircle(leaves.length)
      : await projectLeaves(selectRows(centroids, leaves), neighborhood, options);
  const rowOfLeaf = new Map(leaves.map((leaf, row) => [leaf, row]));
  const points = raiseToParents(tree, (leaf) => rowOf(places, rowOfLeaf.get(leaf) ?? 0));

  const toCoordinate = (index: number, axis: number): Publishable<number> =>
    publishCoordinate(points.data[2 * index + axis] ?? 0);
  return {
    schema: mapSchemaName,
    method: neighborhood === null ? "circle" : "umap",
    neighborhood,
    seed,
    points: clusters.map(({ id }, index) => ({ id, x: toCoordinate(index, 0), y: toCoordinate(index, 1) })),
    neighbours: await findNeighbours(clusters, centroids, options),
  };
}

interface ShownTree {
  readonly clusters: readonly PublishedCluster[];
  /** Index of each cluster's parent, -1 at the top. */
  readonly parents: readonly number[];
  readonly leaves: readonly number[];
}

/** A row for each cluster: what a leaf has, and of a parent the mean of its shown children by published size. */
function raiseToParents(
  { clusters, parents, leaves }: ShownTree,
  ofLeaf: (leaf: number) => ArrayLike<number>,
): Matrix {
  const columns = leaves[0] === undefined ? 0 : ofLeaf(leaves[0]).length;
  const rows = clusters.map(() => new Float64Array(columns));
  const weights = new Float64Array(clusters.length);
  for (const leaf of leaves) rows[leaf]?.set(ofLeaf(leaf));
  const matrix = createMatrix(clusters.length, columns, { shared: true });
  for (const [index, cluster] of [...clusters.entries()].toReversed()) {
    const weight = weights[index] ?? 0;
    const row = (rows[index] ?? new Float64Array()).map((sum) => (weight === 0 ? sum : sum / weight));
    matrix.data.set(row, index * columns);
    const parent = parents[index] ?? -1;
    const sums = rows[parent];
    if (sums === undefined) continue;
    weights[parent] = (weights[parent] ?? 0) + cluster.conversations;
    for (const [d, value] of row.entries()) sums[d] = (sums[d] ?? 0) + cluster.conversations * value;
  }
  return matrix;
}

/** From -1 to 1 in the wider direction, about the middle. */
async function projectLeaves(
  centroids: Matrix,
  neighborhood: number,
  { seed, engine, onProgress, signal }: BuildMapOptions,
): Promise<Matrix> {
  const plane = await projectToPlane(centroids, {
    neighborhood,
    minDistance,
    random: createRandom(seed).fork("map"),
    engine,
    signal,
    ...(onProgress ? { onEpoch: onProgress } : {}),
  });
  const ends = [0, 1].map((axis) => {
    const values = plane.data.filter((_, at) => at % 2 === axis);
    return { low: values.reduce((a, b) => Math.min(a, b)), high: values.reduce((a, b) => Math.max(a, b)) };
  });
  const half = Math.max(...ends.map(({ low, high }) => (high - low) / 2)) || 1;
  plane.data.forEach((value, at) => {
    const { low, high } = ends[at % 2] ?? { low: 0, high: 0 };
    plane.data[at] = (value - (low + high) / 2) / half;
  });
  return plane;
}

/** In the order of the release, so that siblings stand beside each other; one alone stands in the middle. */
function placeOnCircle(count: number): Matrix {
  const places = createMatrix(count, 2);
  if (count === 1) return places;
  for (let row = 0; row < count; row++) {
    const angle = (2 * Math.PI * row) / count;
    places.data.set([Math.sin(angle), Math.cos(angle)], 2 * row);
  }
  return places;
}

async function findNeighbours(
  clusters: readonly PublishedCluster[],
  centroids: Matrix,
  { engine, signal }: BuildMapOptions,
): Promise<MapFile["neighbours"]> {
  const neighbours = new Map<string, string[]>();
  for (const level of new Set(clusters.map((cluster) => cluster.level))) {
    const members = clusters.flatMap((cluster, index) => (cluster.level === level ? [index] : []));
    const unit = selectRows(centroids, members, { shared: true });
    normaliseRows(unit);
    const own = Int32Array.from(members.keys());
    const { indices } = await nearestRows(unit, unit, {
      count: neighboursShown,
      groups: { queries: own, points: own },
      engine,
      ...(signal ? { signal } : {}),
    });
    members.forEach((member, row) => {
      const found = indices.subarray(row * neighboursShown, (row + 1) * neighboursShown);
      neighbours.set(
        clusters[member]?.id ?? "",
        [...found].flatMap((near) => clusters[members[near] ?? -1]?.id ?? []),
      );
    });
  }
  return Object.fromEntries(clusters.map(({ id }) => [id, neighbours.get(id) ?? []]));
}
