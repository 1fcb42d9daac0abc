import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import type { RefinedRow } from "./refine-rows.ts";
import type { SourcedBlindRow } from "./to-blind-rows.ts";

/**
 * The rows with only those negatives that refining kept, in their order, of all types; a row that keeps none goes. What
 * was refined has to come from the same rows by `toBlindRows`.
 */
export function keepRefined(
  rows: readonly RetrievalRow[],
  refined: readonly RefinedRow<SourcedBlindRow>[],
): RetrievalRow[] {
  const kept = new Map<number, Set<number>>();
  for (const { row, negatives } of refined) {
    const places = kept.get(row.row) ?? new Set();
    for (const i of negatives) places.add(row.places[i] ?? -1);
    kept.set(row.row, places);
  }
  return rows.flatMap((row, i): RetrievalRow[] => {
    const places = kept.get(i);
    if (places === undefined) return [];
    const stays = (_: unknown, place: number): boolean => places.has(place);
    const item =
      row.item === undefined ? {} : { item: { ...row.item, negatives: row.item.negatives.filter(stays) } };
    return [{ ...row, negatives: row.negatives.filter(stays), ...item }];
  });
}
