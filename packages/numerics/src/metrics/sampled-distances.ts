import type { Random } from "@observatory/core";
import { addMultipliedTransposed } from "../linear/multiply-transposed.ts";
import type { Matrix } from "../matrix.ts";

/** Row numbers of a random sample without replacement, in rising order; all rows where there are no more. */
export function sampleRows(
  rows: number,
  options: { readonly sample: number; readonly random: Random },
): Int32Array {
  const all = Array.from({ length: rows }, (_, row) => row);
  const chosen = rows <= options.sample ? all : options.random.shuffle(all).slice(0, options.sample);
  return Int32Array.from(chosen).sort();
}

/**
 * Squared Euclidean distances of chosen rows: entry `i * rows.length + j` between `rows[i]` and `rows[j]`; exactly
 * zero for equal rows.
 */
export function squaredDistances(points: Matrix, rows: Int32Array): Float64Array {
  const { columns, data } = points;
  const size = rows.length;
  const chosen = new Float64Array(size * columns);
  rows.forEach((row, i) => chosen.set(data.subarray(row * columns, (row + 1) * columns), i * columns));
  const sums = new Float64Array(size * size);
  addMultipliedTransposed({
    left: chosen,
    leftRows: size,
    right: chosen,
    rightRows: size,
    length: columns,
    sums,
  });
  const norms = Float64Array.from(rows, (_, i) => sums[i * size + i] ?? 0);
  return sums.map((product, i) =>
    Math.max(0, (norms[Math.floor(i / size)] ?? 0) + (norms[i % size] ?? 0) - 2 * product),
  );
}
