import { setImmediate } from "node:timers/promises";
import type { Random } from "@observatory/core";
import { columnMeans, rowOf, type Matrix } from "../matrix.ts";

export interface PrincipalPlaneOptions {
  readonly random: Random;
  readonly signal?: AbortSignal | undefined;
}

const iterations = 12;

/**
 * Coordinates of each row along the two directions in which the rows vary most, about their mean, in rows x 2. Found
 * by a few power iterations from a seeded start, so they are near the principal axes and not exactly on them. Zeros
 * where the rows do not vary. Rejects with the signal's reason.
 */
export async function principalPlane(
  points: Matrix,
  { random, signal }: PrincipalPlaneOptions,
): Promise<Float64Array> {
  const means = columnMeans(points);
  const directions: Float64Array[] = [];
  const plane = new Float64Array(2 * points.rows);
  for (const axis of [0, 1]) {
    let direction: Float64Array = Float64Array.from(means, () => random.normal());
    for (let iteration = 0; iteration < iterations; iteration++) {
      direction = pullBack(points, means, projectOn(points, means, direction));
      for (const earlier of directions) removePart(direction, earlier);
      scaleToOne(direction);
      await setImmediate();
      signal?.throwIfAborted();
    }
    directions.push(direction);
    projectOn(points, means, direction).forEach((place, row) => (plane[2 * row + axis] = place));
  }
  return plane;
}

function projectOn(points: Matrix, means: Float64Array, direction: Float64Array): Float64Array {
  const offset = dot(means, direction);
  return Float64Array.from({ length: points.rows }, (_, row) => dot(rowOf(points, row), direction) - offset);
}

/** The rows about their mean, each times its place, summed. */
function pullBack(points: Matrix, means: Float64Array, places: Float64Array): Float64Array {
  const sums = new Float64Array(points.columns);
  let total = 0;
  places.forEach((place, row) => {
    total += place;
    const values = rowOf(points, row);
    for (let d = 0; d < sums.length; d++) sums[d] = (sums[d] ?? 0) + place * (values[d] ?? 0);
  });
  return sums.map((sum, d) => sum - total * (means[d] ?? 0));
}

function removePart(direction: Float64Array, earlier: Float64Array): void {
  const part = dot(direction, earlier);
  for (let d = 0; d < direction.length; d++) direction[d] = (direction[d] ?? 0) - part * (earlier[d] ?? 0);
}

function scaleToOne(direction: Float64Array): void {
  const length = Math.sqrt(dot(direction, direction));
  for (let d = 0; d < direction.length; d++) direction[d] = length === 0 ? 0 : (direction[d] ?? 0) / length;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum;
}
