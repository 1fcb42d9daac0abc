import type { Random } from "@observatory/core";
import type { Matrix } from "../matrix.ts";
import type { Label } from "./contingency.ts";
import { sampleRows, squaredDistances } from "./sampled-distances.ts";

export interface NeighbourOptions {
  readonly random: Random;
  /** Points that are looked at, as each other's candidates. */
  readonly sample?: number;
  /** Nearest neighbours of each. */
  readonly neighbours?: number;
}

/**
 * How often a point and one of its nearest neighbours carry the same label, among a random sample of points, beside
 * how often any two points do. Null for fewer than two points.
 */
export function neighbourAgreement(
  points: Matrix,
  labels: ArrayLike<Label>,
  options: NeighbourOptions,
): { readonly value: number; readonly chance: number } | null {
  if (labels.length !== points.rows) throw new RangeError("one label per point is needed");
  const rows = sampleRows(points.rows, { sample: options.sample ?? 2000, random: options.random });
  if (rows.length < 2) return null;
  const nearest = findNearest(points, rows, options.neighbours ?? 10);
  let same = 0;
  let looked = 0;
  nearest.forEach((found, i) => {
    looked += found.length;
    for (const j of found) if (labels[rows[j] ?? 0] === labels[rows[i] ?? 0]) same++;
  });
  const counts = new Map<Label, number>();
  for (const row of rows) counts.set(labels[row] ?? 0, (counts.get(labels[row] ?? 0) ?? 0) + 1);
  const pairs = [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0);
  return { value: same / looked, chance: pairs / (rows.length * (rows.length - 1)) };
}

/**
 * The share of nearest neighbours that two descriptions of the same points have in common, among a random sample;
 * about `neighbours / sample` by chance. Null for fewer than two points.
 */
export function neighbourOverlap(first: Matrix, second: Matrix, options: NeighbourOptions): number | null {
  if (first.rows !== second.rows) throw new RangeError("both matrices must describe the same points");
  const rows = sampleRows(first.rows, { sample: options.sample ?? 2000, random: options.random });
  if (rows.length < 2) return null;
  const count = options.neighbours ?? 10;
  const others = findNearest(second, rows, count);
  let common = 0;
  let looked = 0;
  findNearest(first, rows, count).forEach((found, i) => {
    const other = new Set(others[i]);
    looked += found.length;
    for (const j of found) if (other.has(j)) common++;
  });
  return common / looked;
}

/** For each row, the positions of the `count` nearest others, ties to the lower. */
function findNearest(points: Matrix, rows: Int32Array, count: number): readonly (readonly number[])[] {
  const distances = squaredDistances(points, rows);
  const size = rows.length;
  return Array.from({ length: size }, (_, i) => {
    const nearest: number[] = [];
    const distanceTo = (j: number): number => distances[i * size + j] ?? 0;
    for (let j = 0; j < size; j++) {
      const last = nearest.at(-1);
      if (j === i || (nearest.length === count && last !== undefined && distanceTo(j) >= distanceTo(last)))
        continue;
      const place = nearest.findIndex((other) => distanceTo(other) > distanceTo(j));
      nearest.splice(place < 0 ? nearest.length : place, 0, j);
      if (nearest.length > count) nearest.pop();
    }
    return nearest;
  });
}
