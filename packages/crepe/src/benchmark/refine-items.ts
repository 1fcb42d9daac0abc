import { keepRefined } from "../blind/keep-refined.ts";
import { refineRows, type RefineOptions, type RefineReport } from "../blind/refine-rows.ts";
import { toBlindRows } from "../blind/to-blind-rows.ts";
import { toRetrievalRow } from "../interchange/to-retrieval-row.ts";
import type { Item } from "./item.ts";

export interface RefinedItems {
  readonly items: readonly Item[];
  readonly report: RefineReport;
}

/** Items with k negatives of each type, chosen so that blind probes are at chance where that can be reached. */
export async function refineItems(items: readonly Item[], options: RefineOptions): Promise<RefinedItems> {
  const rows = items.map((item, index) => toRetrievalRow(item, { file: "items.jsonl", line: index + 1 }));
  const refined = await refineRows(toBlindRows(rows), options);
  return { items: keepRefined(rows, refined.rows).flatMap(({ item }) => item ?? []), report: refined.report };
}
