import { setImmediate } from "node:timers/promises";
import type { Random } from "@observatory/core";
import type { MatrixEngine } from "../engine/matrix-engine.ts";
import { createMatrix, normaliseRows, type Matrix } from "../matrix.ts";
import { nearestRows } from "../nearest/nearest-rows.ts";
import { principalPlane } from "./principal-plane.ts";

export interface ProjectToPlaneOptions {
  /** Nearest points that shape the surroundings of each; fewer than there are rows. */
  readonly neighborhood: number;
  /** How close points may come, where 1 is about the distance at which points stop to pull at one another. */
  readonly minDistance: number;
  readonly random: Random;
  readonly engine: MatrixEngine;
  readonly onEpoch?: (epoch: number, epochs: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Half the width of the square in which the layout starts, as in the reference implementation. */
const startingExtent = 10;

/**
 * Places points in the plane so that those near by cosine stand near each other: UMAP (McInnes, Healy and Melville,
 * arXiv 1802.03426) over exact nearest neighbours, from the principal plane instead of a random start, which keeps
 * far groups in order (Kobak and Linderman, Nature Biotechnology 39, 2021).
 *
 * Rows x 2, in no particular scale; the same bytes for the same seed and backend, on any number of threads. Throws
 * RangeError where there are not more rows than neighbours. Rejects with the signal's reason.
 */
export async function projectToPlane(points: Matrix, options: ProjectToPlaneOptions): Promise<Matrix> {
  const { neighborhood, minDistance, random, engine, onEpoch, signal } = options;
  if (!(neighborhood >= 2 && neighborhood < points.rows)) {
    throw new RangeError(`${points.rows} points cannot have ${neighborhood} neighbours each`);
  }
  const unit = createMatrix(points.rows, points.columns, { shared: true });
  unit.data.set(points.data);
  normaliseRows(unit);

  const { indices, distances } = await findNeighbours(unit, { neighborhood, engine, signal });
  const start = await principalPlane(unit, { random: random.fork("start"), signal });
  const { UMAP } = await import("umap-js");
  const layoutRandom = random.fork("layout");
  const umap = new UMAP({
    nNeighbors: neighborhood,
    minDist: minDistance,
    random: () => layoutRandom.next(),
  });
  umap.setPrecomputedKNN(indices, distances);
  // With neighbours given, only the number of rows is read.
  const epochs = umap.initializeFit(indices);
  const layout = umap.getEmbedding();
  placeAtStart(layout, start, random.fork("noise"));
  for (let epoch = 1; epoch <= epochs; epoch++) {
    umap.step();
    onEpoch?.(epoch, epochs);
    await setImmediate();
    signal?.throwIfAborted();
  }

  const plane = createMatrix(points.rows, 2);
  layout.forEach((place, row) => plane.data.set(place, 2 * row));
  return plane;
}

/** Each row's nearest rows by cosine distance: first itself at 0, as UMAP counts them. */
async function findNeighbours(
  unit: Matrix,
  {
    neighborhood,
    engine,
    signal,
  }: Pick<ProjectToPlaneOptions, "neighborhood" | "engine"> & { readonly signal: AbortSignal | undefined },
) {
  const own = Int32Array.from({ length: unit.rows }, (_, row) => row);
  const count = neighborhood - 1;
  const found = await nearestRows(unit, unit, {
    count,
    groups: { queries: own, points: own },
    engine,
    ...(signal ? { signal } : {}),
  });
  const rows = [...own];
  return {
    indices: rows.map((row) => [row, ...found.indices.subarray(row * count, (row + 1) * count)]),
    distances: rows.map((row) => [
      0,
      ...Array.from(
        found.squaredDistances.subarray(row * count, (row + 1) * count),
        (squared) => squared / 2,
      ),
    ]),
  };
}

/**
 * The library starts at random and optimises this very array in place. Both axes start equally wide: groups along one
 * line would stay on it.
 */
function placeAtStart(layout: number[][], start: Float64Array, random: Random): void {
  for (const axis of [0, 1]) {
    let extent = 0;
    for (let at = axis; at < start.length; at += 2) extent = Math.max(extent, Math.abs(start[at] ?? 0));
    const scale = extent === 0 ? 0 : startingExtent / extent;
    layout.forEach((place, row) => {
      // Points on one spot would never part.
      place[axis] = scale * (start[2 * row + axis] ?? 0) + 1e-3 * random.normal();
    });
  }
}
