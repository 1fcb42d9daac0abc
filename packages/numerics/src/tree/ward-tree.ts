import { setImmediate } from "node:timers/promises";
import type { Matrix } from "../matrix.ts";
import { createWardDistances } from "./ward-distances.ts";

/** Joins nodes `left < right` (a leaf below `leaves`, else the merge `node - leaves`). */
export interface Merge {
  readonly left: number;
  readonly right: number;
  /** `sqrt(2 w v / (w + v))` times the distance of the two means, w and v their weights. Never below its children's. */
  readonly height: number;
  /** Summed weight of the leaves below. */
  readonly weight: number;
}

/** A binary tree over leaves: `leaves - 1` merges by rising height; merge `i` is node `leaves + i`. */
export interface MergeTree {
  readonly leaves: number;
  readonly merges: readonly Merge[];
}

/**
 * Joins weighted points by Ward's criterion: always the two clusters whose union adds least to the weighted sum of
 * squares about the means (Ward, 1963). With weights of 1 the merges are those of SciPy's `linkage(method="ward")`;
 * weights make a point stand for that many items, as centroids of clusters do.
 *
 * Nearest-neighbour chains (Murtagh, 1983) over a triangle of float32 distances, `leaves^2 / 2` of them (200 MB for
 * 10,000), updated by the formula of Lance and Williams; heights come from means in double precision. Ties go to the
 * lower leaf, so the tree depends on the input alone.
 *
 * Throws RangeError for weights that are not positive or not one per row. Rejects with the signal's reason.
 */
export async function wardTree(
  points: Matrix,
  weights: ArrayLike<number>,
  options: { readonly signal?: AbortSignal } = {},
): Promise<MergeTree> {
  if (weights.length !== points.rows) throw new RangeError("one weight per row is needed");
  const weight = Float64Array.from(weights);
  if (!weight.every((value) => value > 0 && value < Infinity))
    throw new RangeError("weights must be positive");
  const distances = await createWardDistances(points, weight, options.signal);
  const means = Float64Array.from(points.data);
  const heightOf = new Float64Array(points.rows);
  const active = Array.from({ length: points.rows }, (_, leaf) => leaf);
  const found: FoundMerge[] = [];
  const chain: number[] = [];

  while (active.length > 1) {
    if (chain.length === 0) chain.push(active[0] ?? 0);
    const top = chain.at(-1) ?? 0;
    const next = distances.nearest(top, active, chain.at(-2));
    if (next !== chain.at(-2)) {
      chain.push(next);
      continue;
    }
    chain.length -= 2;
    const [kept, gone] = top < next ? [top, next] : [next, top];
    const height = Math.max(
      wardHeight({ means, weight, columns: points.columns, kept, gone }),
      heightOf[kept] ?? 0,
      heightOf[gone] ?? 0,
    );
    active.splice(active.indexOf(gone), 1);
    distances.merge(kept, gone, active, weight);
    mergeMeans({ means, weight, columns: points.columns, kept, gone });
    heightOf[kept] = height;
    found.push({ kept, gone, height, weight: weight[kept] ?? 0 });
    if (found.length % 64 === 0) {
      await setImmediate();
      options.signal?.throwIfAborted();
    }
  }
  return { leaves: points.rows, merges: toSortedMerges(found, points.rows) };
}

/**
 * The clusters of a tree's last `count - 1` merges undone: for each leaf a number from 0, in order of the clusters'
 * first leaves. More clusters than leaves are not to be had. Throws RangeError for a count below 1.
 */
export function cutTree(tree: MergeTree, count: number): Int32Array {
  if (!(count >= 1)) throw new RangeError("a tree is cut into at least one cluster");
  const parent = Int32Array.from({ length: tree.leaves + tree.merges.length }, (_, node) => node);
  tree.merges.slice(0, Math.max(0, tree.leaves - Math.floor(count))).forEach(({ left, right }, i) => {
    parent[left] = parent[right] = tree.leaves + i;
  });
  const labels = new Map<number, number>();
  return Int32Array.from({ length: tree.leaves }, (_, leaf) => {
    const root = findRoot(parent, leaf);
    const label = labels.get(root) ?? labels.size;
    labels.set(root, label);
    return label;
  });
}

/** A merge named by one leaf of each side. */
interface FoundMerge {
  readonly kept: number;
  readonly gone: number;
  readonly height: number;
  readonly weight: number;
}

interface Pair {
  readonly means: Float64Array;
  readonly weight: Float64Array;
  readonly columns: number;
  readonly kept: number;
  readonly gone: number;
}

function wardHeight({ means, weight, columns, kept, gone }: Pair): number {
  let squares = 0;
  for (let c = 0; c < columns; c++) {
    const difference = (means[kept * columns + c] ?? 0) - (means[gone * columns + c] ?? 0);
    squares += difference * difference;
  }
  const v = weight[kept] ?? 0;
  const w = weight[gone] ?? 0;
  return Math.sqrt(((2 * v * w) / (v + w)) * squares);
}

function mergeMeans({ means, weight, columns, kept, gone }: Pair): void {
  const v = weight[kept] ?? 0;
  const w = weight[gone] ?? 0;
  for (let c = 0; c < columns; c++) {
    const mean = ((means[kept * columns + c] ?? 0) * v + (means[gone * columns + c] ?? 0) * w) / (v + w);
    means[kept * columns + c] = mean;
  }
  weight[kept] = v + w;
}

/** Chains find merges out of order; a child is found before its parent and is never higher. */
function toSortedMerges(found: readonly FoundMerge[], leaves: number): Merge[] {
  const parent = Int32Array.from({ length: 2 * leaves }, (_, node) => node);
  const sorted = found.toSorted((a, b) => a.height - b.height);
  return sorted.map(({ kept, gone, height, weight }, i) => {
    const first = findRoot(parent, kept);
    const second = findRoot(parent, gone);
    parent[first] = parent[second] = leaves + i;
    return { left: Math.min(first, second), right: Math.max(first, second), height, weight };
  });
}

function findRoot(parent: Int32Array, node: number): number {
  let root = node;
  while (parent[root] !== root) {
    // Halving the path keeps later searches short.
    const next = parent[root] ?? root;
    parent[root] = parent[next] ?? next;
    root = parent[root] ?? root;
  }
  return root;
}
