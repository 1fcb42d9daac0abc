/**
 * Clusters by values, exact. Private.
 *
 * Row 0 is everything; each row's children sum to it, so what is withheld of a family stands as a row of its own.
 * Cell `row * columns + column`.
 */
export interface CellTable {
  /** For each row the row above it, -1 for row 0; parents stand before their children. */
  readonly parents: Int32Array;
  readonly columns: number;
  /** Thousandths of distinct conversations. */
  readonly conversations: Float64Array;
  /** Distinct accounts. */
  readonly accounts: Float64Array;
  /** What the rows hold in thousandths where a conversation may stand in several columns of its row. */
  readonly wholes?: Float64Array | undefined;
  /** Columns that are also counted together. */
  readonly groups?: ColumnGroups | undefined;
}

/** Sums over columns that are published beside the columns themselves, such as half-years beside weeks. */
export interface ColumnGroups {
  readonly count: number;
  /** The group of each column; -1: none. */
  readonly of: Int32Array;
  /** Thousandths of conversations; group `row * count + group`. */
  readonly conversations: Float64Array;
  readonly accounts: Float64Array;
}
