import { toBlindRows } from "../blind/to-blind-rows.ts";
import { toRowKey } from "../evaluate/load-earlier-results.ts";
import type { CellKey } from "../evaluate/results.ts";
import { toCellKeys } from "../evaluate/to-cell-keys.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";

/** One item with one type of its negatives, as a report needs it. */
export interface ReportedRow {
  /** By which results name it: `<type> <item>`. */
  readonly key: string;
  readonly item: string;
  readonly type: string;
  /** The cells of its type that it counts in. */
  readonly cells: readonly CellKey[];
  /** What the bootstrap draws as a whole; pairs and families are one. */
  readonly imageId: string;
  /** What guessing reaches: 1 / (1 + k). */
  readonly chance: number;
}

/** The rows that are scored of some items, in their order; an item without negatives has none. */
export function toReportedRows(rows: readonly RetrievalRow[]): ReportedRow[] {
  return toBlindRows(rows).flatMap(({ row, imageId, cells: [type = "all"], negatives }) => {
    const whole = rows[row];
    if (whole === undefined || negatives.length === 0) return [];
    const { id: item } = whole;
    const chance = 1 / (1 + negatives.length);
    return [{ key: toRowKey({ item, type }), item, type, cells: toCellKeys(whole), imageId, chance }];
  });
}
