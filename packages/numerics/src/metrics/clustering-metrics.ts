import type { Contingency } from "./contingency.ts";
import { expectedMutualInformation } from "./expected-mutual-information.ts";

/** Agreement of a clustering with true classes; 1 is perfect. */
export interface ClusteringMetrics {
  /** Mutual information over the mean of both entropies, 0 to 1. Grows with the number of clusters even by chance. */
  readonly nmi: number;
  /** Mutual information above chance over what is left above chance (mean of entropies); 0 by chance. */
  readonly ami: number;
  /** Pairs of items on which both agree, above chance (Hubert and Arabie, 1985); 0 by chance, can be negative. */
  readonly ari: number;
  /** Share of items in the commonest class of their cluster. 1 where every item is its own cluster. */
  readonly purity: number;
  /** 1 where every cluster holds one class only (Rosenberg and Hirschberg, 2007). */
  readonly homogeneity: number;
  /** 1 where every class lies in one cluster. */
  readonly completeness: number;
  /** Harmonic mean of homogeneity and completeness; equal to `nmi` but where both partitions are trivial. */
  readonly vMeasure: number;
}

/**
 * Computes all metrics from one table; null for no items.
 *
 * Conventions are those of scikit-learn: one class and one cluster are a perfect match; one class only is homogeneous;
 * one cluster only is complete.
 */
export function clusteringMetrics(table: Contingency): ClusteringMetrics | null {
  return table.items === 0 ? null : computeMetrics(table, toChanceBaseline(table));
}

/** Expected mutual information of a table's margins, which permuted labels share. */
export function toChanceBaseline(table: Contingency): number {
  return expectedMutualInformation(table.rowSums, table.columnSums);
}

/** {@link clusteringMetrics} of a table that has items, with its chance baseline given. */
export function computeMetrics(table: Contingency, expected: number): ClusteringMetrics {
  const rowEntropy = entropyOf(table.rowSums, table.items);
  const columnEntropy = entropyOf(table.columnSums, table.items);
  const isOneClass = countOccupied(table.rowSums) === 1;
  const isOneCluster = countOccupied(table.columnSums) === 1;
  const isTrivial = isOneClass && isOneCluster;
  const mutual = isOneClass || isOneCluster ? 0 : mutualInformationOf(table);
  const meanEntropy = (rowEntropy + columnEntropy) / 2;

  const homogeneity = isOneClass ? 1 : mutual / rowEntropy;
  const completeness = isOneCluster ? 1 : mutual / columnEntropy;
  const both = homogeneity + completeness;
  return {
    nmi: isTrivial ? 1 : mutual === 0 ? 0 : mutual / meanEntropy,
    ami: isTrivial ? 1 : isOneClass || isOneCluster ? 0 : adjust(mutual, expected, meanEntropy),
    ari: adjustedRandIndex(table),
    purity: purityOf(table),
    homogeneity,
    completeness,
    vMeasure: both === 0 ? 0 : (2 * homogeneity * completeness) / both,
  };
}

function adjust(mutual: number, expected: number, most: number): number {
  const room = most - expected;
  // All margins of size one leave no room above chance: the match is then perfect, and the difference rounding.
  return Math.abs(room) <= 1e-13 * most ? 1 : (mutual - expected) / room;
}

function mutualInformationOf({
  items,
  rowSums,
  columnSums,
  cellRows,
  cellColumns,
  cellCounts,
}: Contingency): number {
  let sum = 0;
  cellCounts.forEach((count, cell) => {
    if (count === 0) return;
    const row = rowSums[cellRows[cell] ?? 0] ?? 0;
    const column = columnSums[cellColumns[cell] ?? 0] ?? 0;
    sum += count * Math.log((count * items) / (row * column));
  });
  const mutual = sum / items;
  return mutual < Number.EPSILON ? 0 : mutual;
}

function entropyOf(sums: Float64Array, items: number): number {
  return sums.reduce(
    (sum, count) => (count === 0 ? sum : sum - (count / items) * Math.log(count / items)),
    0,
  );
}

function countOccupied(sums: Float64Array): number {
  return sums.reduce((count, sum) => (sum > 0 ? count + 1 : count), 0);
}

function adjustedRandIndex({ items, rowSums, columnSums, cellCounts }: Contingency): number {
  const cells = sumOfSquares(cellCounts);
  const together = cells - items;
  const splitByTruth = sumOfSquares(columnSums) - cells;
  const splitByClusters = sumOfSquares(rowSums) - cells;
  const apart = items * items - splitByTruth - splitByClusters - cells;
  if (splitByTruth === 0 && splitByClusters === 0) return 1;
  return (
    (2 * (together * apart - splitByClusters * splitByTruth)) /
    ((together + splitByClusters) * (splitByClusters + apart) +
      (together + splitByTruth) * (splitByTruth + apart))
  );
}

function sumOfSquares(counts: Float64Array): number {
  return counts.reduce((sum, count) => sum + count * count, 0);
}

function purityOf({ items, columnSums, cellColumns, cellCounts }: Contingency): number {
  const largest = new Float64Array(columnSums.length);
  cellCounts.forEach((count, cell) => {
    const column = cellColumns[cell] ?? 0;
    if (count > (largest[column] ?? 0)) largest[column] = count;
  });
  return largest.reduce((sum, count) => sum + count, 0) / items;
}
