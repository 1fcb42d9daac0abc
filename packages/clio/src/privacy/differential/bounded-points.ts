import type { Matrix } from "@observatory/numerics";

/** What is looked at of all accounts: at most so many conversations of each. Private. */
export interface BoundedPoints {
  /** For each account where its points begin; one more entry at the end. Accounts are in no order that matters. */
  readonly starts: ArrayLike<number>;
  /** A row for each point, in few dimensions. */
  readonly vectors: Matrix;
  /** For each point -1, or the number of its language where the embedder does not know it. */
  readonly languages: ArrayLike<number>;
}

/**
 * How many accounts have a point in each cell. An account counts once in a cell, so that one of at most m points
 * changes the counts by at most the square root of m in Euclidean length.
 *
 * @param cellOf number of a point's cell; negative: in none
 */
export function countAccounts(
  { starts }: Pick<BoundedPoints, "starts">,
  cells: number,
  cellOf: (point: number) => number,
): Float64Array {
  const counts = new Float64Array(cells);
  for (let account = 0; account + 1 < starts.length; account++)
    for (const cell of pointsByGroup(starts, account, cellOf).keys()) counts[cell] = (counts[cell] ?? 0) + 1;
  return counts;
}

/** The points of one account by their cells; points in a negative cell are left out. */
export function pointsByGroup(
  starts: ArrayLike<number>,
  account: number,
  groupOf: (point: number) => number,
): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (let point = starts[account] ?? 0; point < (starts[account + 1] ?? 0); point++) {
    const group = groupOf(point);
    if (group < 0) continue;
    const points = groups.get(group);
    if (points) points.push(point);
    else groups.set(group, [point]);
  }
  return groups;
}
