import type { ItemList, ItemSummary } from "../../shared/crepe/crepe-item.ts";
import { hasTraits, hasVerdicts, type ItemFilter } from "../../shared/crepe/item-filter.ts";
import { toCountedScorers } from "../../shared/crepe/scorer-roles.ts";
import type { CrepeIndex } from "./crepe-index.ts";

/** One page of the items that pass, in file order. */
export function listCrepeItems(
  index: CrepeIndex,
  filter: ItemFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): ItemList {
  const verdicts = new Map(index.scorers.map(({ head, isRight }) => [head.scorer.id, isRight]));
  const counted = toCountedScorers(index.scorers.map(({ head, stale }) => ({ scorer: head.scorer, stale })));
  const passing = index.items.flatMap((item, place) => {
    const isRight = (scorer: string) => verdicts.get(scorer)?.(place);
    return hasTraits(filter, item.traits, item) && hasVerdicts(filter, isRight, counted) ? [place] : [];
  });
  return {
    total: passing.length,
    offset,
    items: passing.slice(offset, offset + limit).flatMap((place) => toSummary(index, place) ?? []),
  };
}

function toSummary({ items, scorers }: CrepeIndex, place: number): ItemSummary | null {
  const item = items[place];
  if (item === undefined) return null;
  const right = scorers.flatMap(({ head, isRight }) => {
    const verdict = isRight(place);
    return verdict === undefined ? [] : [[head.scorer.id, verdict] as const];
  });
  const { id, caption, traits } = item;
  return {
    id,
    caption,
    n: traits.n === "" ? null : Number(traits.n),
    types: [...traits.types],
    right: Object.fromEntries(right),
  };
}
