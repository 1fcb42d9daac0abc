import type { ClusterName } from "../analyst.ts";

/** A cluster of the level below, as far as the next level is made of it. */
export interface GroupBelow {
  /** Numbers of the base clusters that it holds. */
  readonly bases: readonly number[];
  readonly name: ClusterName;
}

/** Makes a hierarchy level by level, from the base up. */
export interface LevelGrower {
  /**
   * For each cluster below the number of its parent at this level (1 is the first above the base), or null where no
   * smaller level can be made.
   */
  grow(level: number, below: readonly GroupBelow[]): Promise<readonly number[] | null>;
}

/** Numbers the labels 0, 1, ... in the order in which they first stand. */
export function toDenseLabels(labels: ArrayLike<number>): number[] {
  const numbers = new Map<number, number>();
  return Array.from(labels, (label) => {
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    return number;
  });
}
