import { cutTree, normaliseRows, wardTree, type Matrix } from "@observatory/numerics";
import { toDenseLabels, type LevelGrower } from "./level-grower.ts";

/** Parents by Ward's method over the directions of the base centroids: nested cuts of one tree. Needs no model. */
export async function createWardGrower(
  centroids: Matrix,
  sizes: ArrayLike<number>,
  options: { readonly levelSizes: readonly number[]; readonly signal?: AbortSignal },
): Promise<LevelGrower> {
  const { levelSizes, signal } = options;
  const directions: Matrix = { ...centroids, data: centroids.data.slice() };
  normaliseRows(directions);
  const tree = await wardTree(directions, sizes, signal ? { signal } : {});
  return {
    grow: async (level, below) => {
      const size = levelSizes[level];
      if (size === undefined || size >= below.length) return null;
      const cut = cutTree(tree, size);
      return toDenseLabels(below.map(({ bases }) => cut[bases[0] ?? 0] ?? 0));
    },
  };
}
