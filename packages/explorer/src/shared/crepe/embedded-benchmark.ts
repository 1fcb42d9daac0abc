import { z } from "zod";
import { crepeItemSchema, type CrepeItem, type ItemList } from "./crepe-item.ts";
import { crepeOverviewSchema } from "./crepe-overview.ts";
import { hasTraits, hasVerdicts, toItemTraits, type ItemFilter } from "./item-filter.ts";
import { isRightAbout, toCountedScorers } from "./scorer-roles.ts";

/** A benchmark in a file: everything but its items, and a sample of these with their images in them. */
export const embeddedBenchmarkSchema = z.object({
  overview: crepeOverviewSchema,
  items: z.array(crepeItemSchema),
  /** Images that several items show, by the address that these have; absent where each has its own. */
  images: z.record(z.string(), z.string()).optional(),
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
      n: item.complexity?.n ?? null,
      types: [...toItemTraits(item).types],
      right,
    })),
  };
}

/** One item of the file; its siblings show the images that theirs have here. Null for one that is not in the sample. */
export function findEmbeddedItem({ items, images = {} }: EmbeddedBenchmark, id: string): CrepeItem | null {
  const found = items.find(({ item }) => item.id === id);
  if (found === undefined) return null;
  const imageOf = (one: CrepeItem | undefined): string | null => {
    const url = one?.imageUrl ?? null;
    return url === null ? null : (images[url] ?? url);
  };
  const siblings = found.siblings.map((sibling) => ({
    ...sibling,
    imageUrl: imageOf(items.find(({ item }) => item.id === sibling.id)),
  }));
  return { ...found, imageUrl: imageOf(found), siblings };
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
