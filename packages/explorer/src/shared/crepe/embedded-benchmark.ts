import { z } from "zod";
import { crepeItemSchema, type CrepeItem, type ItemList } from "./crepe-item.ts";
import { crepeOverviewSchema } from "./crepe-overview.ts";
import { hasTraits, hasVerdicts, toItemTraits, type ItemFilter } from "./item-filter.ts";
import { isRightAbout, toCountedScorers } from "./scorer-roles.ts";

/** A benchmark in a file: everything but its items, and a sample of these with their images in them. */
export const embeddedBenchmarkSchema = z.object({
  overview: crepeOverviewSchema,
  items: z.array(crepeItemSchema),
});

export type EmbeddedBenchmark = z.infer<typeof embeddedBenchmarkSchema>;

/** What the server answers, from the items in the file. */
export function listEmbeddedItems(
  { overview, items }: EmbeddedBenchmark,
  filter: ItemFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): ItemList {
  const fresh = overview.report.scorers.map(({ results, stale }) => ({ scorer: results.scorer, stale }));
  const counted = toCountedScorers(fresh);
  const ties = new Map(overview.report.scorers.map(({ results }) => [results.scorer.id, results.ties]));
  const passing = items.flatMap((one) => {
    const right = toRight(one, ties);
    const passes =
      hasTraits(filter, toItemTraits(one.item), one.item) &&
      hasVerdicts(filter, (scorer) => right[scorer], counted);
    return passes ? [{ ...one, right }] : [];
  });
  return {
    total: passing.length,
    offset,
    items: passing.slice(offset, offset + limit).map(({ item, right }) => ({
      id: item.id,
      caption: item.caption,
      n: item.complexity.n,
      types: [...toItemTraits(item).types],
      right,
    })),
  };
}

/** One item of the file; its siblings show the images that theirs have here. Null for one that is not in the sample. */
export function findEmbeddedItem({ items }: EmbeddedBenchmark, id: string): CrepeItem | null {
  const found = items.find(({ item }) => item.id === id);
  if (found === undefined) return null;
  const siblings = found.siblings.map((sibling) => ({
    ...sibling,
    imageUrl: items.find(({ item }) => item.id === sibling.id)?.imageUrl ?? null,
  }));
  return { ...found, siblings };
}

function toRight(
  { scores }: CrepeItem,
  ties: ReadonlyMap<string, EmbeddedBenchmark["overview"]["report"]["scorers"][number]["results"]["ties"]>,
): Record<string, boolean> {
  return Object.fromEntries(
    scores.flatMap(({ scorer, rows }) => {
      const own = ties.get(scorer);
      return own === undefined ? [] : [[scorer, isRightAbout(rows, own)]];
    }),
  );
}
