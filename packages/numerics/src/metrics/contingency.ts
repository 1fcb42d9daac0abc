/** The name of a class or cluster. */
export type Label = string | number;

/** How often each class meets each cluster: a sparse table, only pairs that occur. */
export interface Contingency {
  readonly items: number;
  /** Items of each class (row), in order of first appearance. */
  readonly rowSums: Float64Array;
  /** Items of each cluster (column), in order of first appearance. */
  readonly columnSums: Float64Array;
  readonly cellRows: Int32Array;
  readonly cellColumns: Int32Array;
  readonly cellCounts: Float64Array;
}

/**
 * Counts pairs of true class and predicted cluster, item by item. Labels are compared by identity: 1 and "1" differ.
 * Throws RangeError for lists of different lengths.
 */
export function createContingency(truth: ArrayLike<Label>, predicted: ArrayLike<Label>): Contingency {
  if (truth.length !== predicted.length)
    throw new RangeError("as many predicted labels as true ones are needed");
  return countPairs(encodeLabels(truth), encodeLabels(predicted));
}

/** Labels as numbers from 0 in order of first appearance. */
export interface EncodedLabels {
  readonly codes: Int32Array;
  readonly count: number;
}

export function encodeLabels(labels: ArrayLike<Label>): EncodedLabels {
  const codeOf = new Map<Label, number>();
  const codes = Int32Array.from(labels, (label) => {
    const code = codeOf.get(label) ?? codeOf.size;
    codeOf.set(label, code);
    return code;
  });
  return { codes, count: codeOf.size };
}

/** {@link createContingency} for encoded labels of equal length. */
export function countPairs(truth: EncodedLabels, predicted: EncodedLabels): Contingency {
  const { items, cellRows, cellColumns, count } = findCells(truth, predicted);
  const cellCounts = new Float64Array(count);
  for (const cell of items) cellCounts[cell] = (cellCounts[cell] ?? 0) + 1;
  return createFromCells({ cellRows, cellColumns, cellCounts, rows: truth.count, columns: predicted.count });
}

/** A table from the counts of its cells. Cells, rows and columns may be empty. */
export function createFromCells(input: {
  readonly cellRows: Int32Array;
  readonly cellColumns: Int32Array;
  readonly cellCounts: Float64Array;
  readonly rows: number;
  readonly columns: number;
}): Contingency {
  const { cellRows, cellColumns, cellCounts } = input;
  const rowSums = new Float64Array(input.rows);
  const columnSums = new Float64Array(input.columns);
  let items = 0;
  cellCounts.forEach((count, cell) => {
    const row = cellRows[cell] ?? 0;
    const column = cellColumns[cell] ?? 0;
    rowSums[row] = (rowSums[row] ?? 0) + count;
    columnSums[column] = (columnSums[column] ?? 0) + count;
    items += count;
  });
  return { items, rowSums, columnSums, cellRows, cellColumns, cellCounts };
}

/** The cells that occur, and the cell of each item. */
export interface Cells {
  readonly items: Int32Array;
  readonly cellRows: Int32Array;
  readonly cellColumns: Int32Array;
  readonly count: number;
}

export function findCells(truth: EncodedLabels, predicted: EncodedLabels): Cells {
  const cellOf = new Map<number, number>();
  const cellRows: number[] = [];
  const cellColumns: number[] = [];
  const items = truth.codes.map((row, item) => {
    const column = predicted.codes[item] ?? 0;
    const key = row * predicted.count + column;
    const known = cellOf.get(key);
    if (known !== undefined) return known;
    cellOf.set(key, cellRows.length);
    cellRows.push(row);
    cellColumns.push(column);
    return cellRows.length - 1;
  });
  return {
    items,
    cellRows: Int32Array.from(cellRows),
    cellColumns: Int32Array.from(cellColumns),
    count: cellRows.length,
  };
}
