import { mixKeys, type CellCounts } from "../analysis/cell-counts.ts";
import type { Thresholds } from "../privacy/thresholds.ts";
import type { PublishedCluster } from "./schema.ts";

/** What cross-tables are about: everything, each shown cluster, and what is withheld of each family. */
export interface ShownTree {
  /** For each row the row above it; row 0 is everything. */
  readonly parents: Int32Array;
  /** The cluster of each row; null of everything and of what is withheld. */
  readonly clusters: readonly (PublishedCluster | null)[];
  /** For each row the row of the counts; -1 of what is withheld. */
  readonly countRows: readonly number[];
}

/** Columns of the counts put together, by row of the tree. */
export interface Tabulated {
  /** Cell `row * columns + column`. Thousandths. */
  readonly conversations: Float64Array;
  /** Of columns that were put together, the most that one of them has; 0 of what is withheld. */
  readonly accounts: Float64Array;
  /** Whether enough of a cell counts for it to be shown; of columns that were put together, accounts as above. */
  readonly isEnough: (cell: number, thresholds: Thresholds) => boolean;
  /** What a published count is drawn from; of what is withheld none is published. */
  readonly keyOf: (cell: number) => string;
}

/**
 * @param nodes ids and parents of all clusters, parents first; node i is row i + 1 of the counts
 * @param published the shown ones
 */
export function toShownTree(
  nodes: readonly { readonly id: string; readonly parent: number | null }[],
  published: readonly PublishedCluster[],
): ShownTree {
  const byId = new Map(published.map((cluster) => [cluster.id, cluster]));
  const rowOf = new Map<number | null, number>([[null, 0]]);
  const parents = [-1];
  const clusters: (PublishedCluster | null)[] = [null];
  const countRows = [0];
  const withoutSome = new Set<number>();
  nodes.forEach(({ id, parent }, node) => {
    const above = rowOf.get(parent);
    if (above === undefined) return;
    const cluster = byId.get(id);
    if (cluster === undefined) {
      withoutSome.add(above);
      return;
    }
    rowOf.set(node, parents.length);
    parents.push(above);
    clusters.push(cluster);
    countRows.push(node + 1);
  });
  for (const above of withoutSome) {
    parents.push(above);
    clusters.push(null);
    countRows.push(-1);
  }
  return { parents: Int32Array.from(parents), clusters, countRows };
}

/** @param columns for each column of the table the columns of the counts that it sums */
export function tabulate(
  tree: ShownTree,
  counts: CellCounts,
  columns: readonly (readonly number[])[],
): Tabulated {
  const width = columns.length;
  const size = tree.parents.length * width;
  const conversations = new Float64Array(size);
  const accounts = new Float64Array(size);
  const keys = new Float64Array(size);
  const countedAccounts = new Float64Array(size);
  const countedConversations = new Float64Array(size);
  const add = (cell: number, held: number): void => {
    conversations[cell] = (conversations[cell] ?? 0) + held;
  };
  tree.countRows.forEach((countRow, row) => {
    if (countRow < 0) return;
    columns.forEach((sources, column) => {
      const cell = row * width + column;
      for (const source of sources) {
        const at = countRow * counts.columns + source;
        add(cell, counts.conversations[at] ?? 0);
        accounts[cell] = Math.max(accounts[cell] ?? 0, counts.accounts[at] ?? 0);
        countedAccounts[cell] = Math.max(countedAccounts[cell] ?? 0, counts.countedAccounts[at] ?? 0);
        countedConversations[cell] =
          (countedConversations[cell] ?? 0) + (counts.countedConversations[at] ?? 0);
        keys[cell] = mixKeys(keys[cell] ?? 0, counts.keys[at] ?? 0);
      }
    });
  });
  // What is withheld is what the shown children leave of their parent.
  const withheldRow = new Map<number, number>();
  tree.countRows.forEach((countRow, row) => {
    if (countRow < 0) withheldRow.set(tree.parents[row] ?? 0, row);
  });
  const addRow = (target: number, source: number, sign: 1 | -1): void => {
    for (let column = 0; column < width; column++) {
      add(target * width + column, sign * (conversations[source * width + column] ?? 0));
    }
  };
  for (const [above, row] of withheldRow) addRow(row, above, 1);
  tree.countRows.forEach((countRow, row) => {
    const target = countRow < 0 ? undefined : withheldRow.get(tree.parents[row] ?? -1);
    if (target !== undefined) addRow(target, row, -1);
  });
  return {
    conversations,
    accounts,
    isEnough: (cell, { minConversations, minAccounts }) =>
      (countedConversations[cell] ?? 0) >= minConversations * 1000 &&
      (countedAccounts[cell] ?? 0) >= minAccounts,
    keyOf: (cell) => String(keys[cell]),
  };
}

/** How many cells that might be shown hold somebody and too few that count. */
export function countTooFew(
  { conversations, isEnough }: Tabulated,
  columns: number,
  thresholds: Thresholds,
  mayStand: (row: number, column: number) => boolean,
): number {
  return conversations.reduce((count, held, cell) => {
    const stands = held > 0 && mayStand(Math.floor(cell / columns), cell % columns);
    return count + (stands && !isEnough(cell, thresholds) ? 1 : 0);
  }, 0);
}
