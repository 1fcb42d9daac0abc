import type { CrepeOverview, FacetName } from "../../shared/crepe/crepe-overview.ts";
import type { ItemTraits } from "../../shared/crepe/item-filter.ts";

/** How many items have each value that they can be filtered by. */
export function countFacets(items: readonly ItemTraits[]): CrepeOverview["facets"] {
  const some = (value: string): readonly string[] => (value === "" ? [] : [value]);
  return {
    type: countValues(items, ({ types }) => types),
    n: countValues(items, ({ n }) => some(n)),
    split: countValues(items, ({ splits }) => splits),
    rule: countValues(items, ({ rules }) => rules),
    falsity: countValues(items, ({ falsities }) => falsities),
    style: countValues(items, ({ style }) => some(style)),
  } satisfies Record<FacetName, unknown>;
}

function countValues(
  items: readonly ItemTraits[],
  valuesOf: (item: ItemTraits) => readonly string[],
): { value: string; items: number }[] {
  const counts = new Map<string, number>();
  for (const item of items)
    for (const value of valuesOf(item)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, items: count }))
    .toSorted((a, b) => b.items - a.items || (a.value < b.value ? -1 : 1));
}
