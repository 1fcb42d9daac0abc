import { auditRows, type AuditReport } from "../blind/audit-rows.ts";
import { keepRefined } from "../blind/keep-refined.ts";
import { refineRows, type RefineOptions, type RefineReport } from "../blind/refine-rows.ts";
import { toBlindRows } from "../blind/to-blind-rows.ts";
import { toRetrievalRow } from "../interchange/to-retrieval-row.ts";
import type { SetName } from "../names.ts";
import type { Item } from "./item.ts";

export interface RefineItemsOptions {
  readonly set: SetName;
  /** k; 5 unless told. */
  readonly negatives?: number;
  readonly seed: number;
  readonly method?: RefineOptions["method"];
  readonly signal?: AbortSignal;
}

export interface RefinedItems {
  readonly items: readonly Item[];
  /** Null for pairs: they are balanced as they are, and audited only. */
  readonly refinement: RefineReport | null;
  /** Of the items that stay. */
  readonly audit: AuditReport;
}

/** Twice as many as refining takes by itself: cells of a generated set are small, and fewer rounds leave some off chance. */
const rounds = 12;

/** Items with k negatives of each type, chosen so that blind probes are at chance where that can be reached. */
export async function refineItems(
  items: readonly Item[],
  options: RefineItemsOptions,
): Promise<RefinedItems> {
  const { set, negatives = 5, seed, method, signal } = options;
  const toRows = (some: readonly Item[]) =>
    some.map((item, index) => toRetrievalRow(item, { file: "items.jsonl", line: index + 1 }));
  if (set === "pairs") {
    return { items, refinement: null, audit: await auditRows(toBlindRows(toRows(items)), { seed, signal }) };
  }
  const rows = toRows(items);
  const refined = await refineRows(toBlindRows(rows), { negatives, seed, method, rounds, signal });
  const kept = keepRefined(rows, refined.rows).flatMap(({ item }) => item ?? []);
  return {
    items: kept,
    refinement: refined.report,
    audit: await auditRows(toBlindRows(toRows(kept)), { seed, signal }),
  };
}
