import { setImmediate } from "node:timers/promises";
import type { Matrix } from "../matrix.ts";
import { addMultipliedTransposed } from "../linear/multiply-transposed.ts";

/** Squared Ward distances of active clusters, each named by one of its leaves. */
export interface WardDistances {
  /** The nearest other active cluster; of equally near ones `preferred`, else the lowest. */
  nearest(cluster: number, active: readonly number[], preferred: number | undefined): number;
  /** Makes `kept` the union of both; `weights` are those from before, `active` no longer holds `gone`. */
  merge(kept: number, gone: number, active: readonly number[], weights: Float64Array): void;
}

/** Distances `2 w v / (w + v) * |a - b|^2` of all pairs of rows. */
export async function createWardDistances(
  points: Matrix,
  weights: Float64Array,
  signal: AbortSignal | undefined,
): Promise<WardDistances> {
  const size = points.rows;
  const triangle = new Float32Array((size * (size - 1)) / 2);
  await fillTriangle({ points, weights, triangle, signal });
  return {
    nearest: (cluster, active, preferred) => {
      let best = preferred ?? -1;
      let least = preferred === undefined ? Infinity : at(triangle, toIndex(cluster, preferred));
      for (const other of active) {
        if (other === cluster) continue;
        const distance = at(triangle, toIndex(cluster, other));
        if (distance < least || best < 0) {
          best = other;
          least = distance;
        }
      }
      return best;
    },
    merge: (kept, gone, active, weights) => {
      const v = weights[kept] ?? 0;
      const w = weights[gone] ?? 0;
      const between = at(triangle, toIndex(kept, gone));
      for (const other of active) {
        if (other === kept) continue;
        const u = weights[other] ?? 0;
        const index = toIndex(other, kept);
        const sum =
          (u + v) * at(triangle, index) + (u + w) * at(triangle, toIndex(other, gone)) - u * between;
        triangle[index] = sum / (u + v + w);
      }
    },
  };
}

const blockRows = 64;

async function fillTriangle(input: {
  readonly points: Matrix;
  readonly weights: Float64Array;
  readonly triangle: Float32Array;
  readonly signal: AbortSignal | undefined;
}): Promise<void> {
  const { points, weights, triangle, signal } = input;
  const { rows, columns } = points;
  const centred = centre(points);
  const norms = Float64Array.from({ length: rows }, (_, row) =>
    centred.subarray(row * columns, (row + 1) * columns).reduce((sum, value) => sum + value * value, 0),
  );
  for (let start = 0; start < rows; start += blockRows) {
    await setImmediate();
    signal?.throwIfAborted();
    const end = Math.min(rows, start + blockRows);
    const sums = new Float64Array((end - start) * end);
    addMultipliedTransposed({
      left: centred.subarray(start * columns, end * columns),
      leftRows: end - start,
      right: centred,
      rightRows: end,
      length: columns,
      sums,
    });
    for (let i = start; i < end; i++) {
      const v = weights[i] ?? 0;
      for (let j = 0; j < i; j++) {
        const w = weights[j] ?? 0;
        const squares = (norms[i] ?? 0) + (norms[j] ?? 0) - 2 * (sums[(i - start) * end + j] ?? 0);
        triangle[toIndex(i, j)] = ((2 * v * w) / (v + w)) * Math.max(0, squares);
      }
    }
  }
}

/** Rows less their mean, which keeps the squared lengths, and so their rounding, small. */
function centre({ rows, columns, data }: Matrix): Float64Array {
  const mean = new Float64Array(columns);
  data.forEach((value, i) => (mean[i % columns] = (mean[i % columns] ?? 0) + value / rows));
  return Float64Array.from(data, (value, i) => value - (mean[i % columns] ?? 0));
}

/** Rows of the lower triangle one after the other. */
function toIndex(i: number, j: number): number {
  return i > j ? (i * (i - 1)) / 2 + j : (j * (j - 1)) / 2 + i;
}

// Every index lies in the triangle, which the compiler cannot see.
function at(array: Float32Array, index: number): number {
  return array[index] as number;
}
