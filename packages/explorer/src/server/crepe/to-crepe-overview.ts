import { loadReport } from "@observatory/crepe/release/load";
import type { CrepeOverview, FacetName } from "../../shared/crepe/crepe-overview.ts";
import type { CrepeIndex, IndexedItem } from "./crepe-index.ts";

/** What is known of a benchmark without its items. The report is that of `crepe report` with its default seed. */
export async function toCrepeOverview(
  index: CrepeIndex,
  options: { readonly signal?: AbortSignal } = {},
): Promise<CrepeOverview> {
  const { directory, record, audit, items, images, scorers, warnings } = index;
  const report = await loadReport([directory], options);
  const known = new Set(scorers.map(({ head }) => head.scorer.id));
  return {
    record,
    audit,
    // The index looks closer at the files than a report does.
    report: {
      ...report,
      scorers: report.scorers.filter(({ results }) => known.has(results.scorer.id)),
      warnings,
    },
    items: items.length,
    images: images.size,
    facets: {
      type: countValues(items, ({ traits }) => traits.types),
      n: countValues(items, ({ traits }) => [traits.n]),
      split: countValues(items, ({ traits }) => traits.splits),
      rule: countValues(items, ({ traits }) => traits.rules),
      falsity: countValues(items, ({ traits }) => traits.falsities),
      style: countValues(items, ({ traits }) => (traits.style === "" ? [] : [traits.style])),
    } satisfies Record<FacetName, unknown>,
    sample: null,
  };
}

function countValues(
  items: readonly IndexedItem[],
  valuesOf: (item: IndexedItem) => readonly string[],
): { value: string; items: number }[] {
  const counts = new Map<string, number>();
  for (const item of items)
    for (const value of valuesOf(item)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, items: count }))
    .toSorted((a, b) => b.items - a.items || (a.value < b.value ? -1 : 1));
}
