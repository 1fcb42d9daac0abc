import { contentHash } from "@observatory/core";
import type { CellCounts } from "../analysis/cell-counts.ts";
import type { Publishable } from "../privacy/door.ts";
import type { EarlierTable, ProtectedCells, ProtectOptions } from "../privacy/protect-cells.ts";
import { protectCells } from "../privacy/protect-cells.ts";
import type { CellTable } from "../privacy/cell-table.ts";
import type { Thresholds } from "../privacy/thresholds.ts";
import type { ShownTree } from "./shown-tree.ts";

/** What cross-tables are made of. */
export interface CrossTableOptions {
  readonly tree: ShownTree;
  /** Exact. */
  readonly counts: CellCounts;
  /** What is published: of cells that have hardly moved since the last release what they held then. */
  readonly held: CellCounts;
  /** Published. */
  readonly totals: { readonly conversations: Publishable<number>; readonly accounts: Publishable<number> };
  readonly thresholds: Thresholds;
  /** What clusters were rounded to. */
  readonly clusterUnit: number;
  /** What the project's releases say of their tables; each table that is built is entered anew. */
  readonly tables: TableHistory;
}

/** Tables of the releases before this one, by what they are about. Private. */
export interface TableHistory {
  readonly earlier: ReadonlyMap<string, EarlierTable>;
  readonly now: Map<string, EarlierTable>;
}

/**
 * Protects a table in this release and those before it that had the same rows and columns.
 *
 * Where a cell fell below the threshold that was shown before, nobody who takes the earlier numbers for lower bounds is right, so
 * if both cannot be had the table is protected by itself. Else it is unsafe.
 *
 * @param columns what each column is: equal in two releases where it is the same
 */
export function protectOverReleases(
  table: CellTable,
  columns: readonly string[],
  options: ProtectOptions,
  { tree, tables, thresholds }: CrossTableOptions,
): ProtectedCells {
  const name = contentHash([tree.names, [...table.parents], columns, thresholds.roundTo]);
  const earlier = tables.earlier.get(name);
  const both = protectCells(table, { ...options, earlier });
  const hasFallen =
    earlier?.cells.low.some((low, cell) => {
      const before = (earlier.cells.high[cell] ?? 0) < Infinity ? -low : 0;
      return before > 0 && both.shown[cell] === 0;
    }) ?? false;
  const protectedCells = both.isSafe || !hasFallen ? both : protectCells(table, options);
  tables.now.set(name, protectedCells.bounds);
  return protectedCells;
}
