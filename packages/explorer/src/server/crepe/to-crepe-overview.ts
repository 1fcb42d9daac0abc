import { createRandom } from "@observatory/core";
import { rankItem } from "@observatory/crepe/release";
import { compareScorers, loadResults, type ScorerHits } from "@observatory/crepe/release/load";
import type { CrepeOverview, FacetName } from "../../shared/crepe/crepe-overview.ts";
import { isSighted } from "../../shared/crepe/scorer-roles.ts";
import { scoreOf } from "../../shared/crepe/score-series.ts";
import type { CrepeIndex, IndexedItem } from "./crepe-index.ts";

/** What is known of a benchmark without its items. Paired differences are drawn here, from the seed of the benchmark. */
export async function toCrepeOverview(
  index: CrepeIndex,
  options: { readonly signal?: AbortSignal } = {},
): Promise<CrepeOverview> {
  const { record, audit, items, images, scorers, warnings } = index;
  return {
    record,
    audit,
    scorers: scorers.map(({ head, stale }) => ({ results: head, stale })),
    warnings: [...warnings],
    differences: await compare(index, options),
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

/** Those that see, and what they have to beat: fewer pairs, so that correcting for their number costs less. */
async function compare(
  index: CrepeIndex,
  { signal }: { readonly signal?: AbortSignal },
): Promise<CrepeOverview["differences"]> {
  const fresh = index.scorers
    .filter(({ stale }) => !stale)
    .map(({ path, head, stale }) => ({ path, results: head, stale }))
    .toSorted((a, b) => scoreOf(b) - scoreOf(a));
  const bestBlind = fresh.find(({ results }) => results.scorer.kind === "blind");
  const compared = fresh.filter(
    (one) => isSighted(one.results.scorer) || one.results.scorer.kind === "chance" || one === bestBlind,
  );
  if (compared.length < 2) return [];
  const hits = await readHits(
    index,
    compared.map(({ results }) => results.scorer.id),
    signal,
  );
  const { items, placeOf } = index;
  return compareScorers(hits, {
    imageOf: (row) => {
      const item = items[placeOf.get(row.slice(row.indexOf(" ") + 1)) ?? -1];
      return item?.group ?? item?.image ?? row;
    },
    random: createRandom(index.record.seed).fork("differences"),
    signal,
  });
}

async function readHits(
  { directory, record }: CrepeIndex,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<ScorerHits[]> {
  const { results } = await loadResults(directory, record);
  const hits: ScorerHits[] = [];
  for (const id of ids) {
    const found = results.find(({ head }) => head.scorer.id === id);
    if (found === undefined) continue;
    const own = new Map<string, number>();
    for await (const { row } of found.rows({ signal }))
      own.set(`${row.type} ${row.item}`, rankItem(row, found.head.ties).hitAt1);
    hits.push({ scorer: id, hits: own });
  }
  return hits;
}
