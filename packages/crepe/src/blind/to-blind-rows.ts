import { imageKeyOf, negativeTypesOf, type RetrievalRow } from "../interchange/retrieval-row.ts";
import type { BlindRow } from "./blind-row.ts";

/** A blind row that knows which row, and which of its negatives, it was made of. */
export interface SourcedBlindRow extends BlindRow {
  /** Place of the row in the list that was given. */
  readonly row: number;
  /** Places of its negatives in that row. */
  readonly places: readonly number[];
}

/**
 * One blind row for each type of negatives of each row, as the benchmarks are scored. Its cells: the type; the type with
 * the complexity; the type with the split for each training set. The two sides of a pair, and the rows of a family, count
 * as one image, so that they share a fold. Rows without a name for their image stand alone.
 */
export function toBlindRows(rows: readonly RetrievalRow[]): SourcedBlindRow[] {
  return rows.flatMap((row, place) =>
    negativeTypesOf(row).map((type): SourcedBlindRow => {
      const places = row.negatives.flatMap((negative, i) => ((negative.type ?? null) === type ? [i] : []));
      return {
        imageId: toClusterId(row),
        caption: row.caption,
        negatives: places.flatMap((i) => row.negatives[i]?.text ?? []),
        cells: toCells(row, type ?? "all"),
        row: place,
        places,
      };
    }),
  );
}

/** What a row's image is called where images are drawn or dealt: pairs and families are one. */
export function toClusterId(row: RetrievalRow): string {
  if (row.pair !== undefined) return `pair ${row.pair.id}`;
  if (row.family !== undefined) return `family ${row.family}`;
  return imageKeyOf(row) ?? `row ${row.id}`;
}

function toCells(row: RetrievalRow, type: string): string[] {
  const splits = Object.entries(row.split ?? {}).map(
    ([trainingSet, { split }]) => `${type} ${split} ${trainingSet}`,
  );
  return [type, ...(row.n === undefined ? [] : [`${type} n=${row.n}`]), ...splits];
}
