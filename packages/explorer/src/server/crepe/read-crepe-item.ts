import { parseJson } from "@observatory/core";
import { resultRowSchema, type ResultRow } from "@observatory/crepe/release";
import { join } from "node:path";
import type { CrepeItem } from "../../shared/crepe/crepe-item.ts";
import { parseItem, type CrepeIndex, type IndexedScorer } from "./crepe-index.ts";
import { readSpan } from "./read-span.ts";

/** One item with its scores and siblings, read from its places on disk. Throws InputError for files that changed since. */
export async function readCrepeItem(
  index: CrepeIndex,
  place: number,
  toImageUrl: (file: string) => string | null,
): Promise<CrepeItem | null> {
  const indexed = index.items[place];
  if (indexed === undefined) return null;
  const path = join(index.directory, "items.jsonl");
  const item = parseItem(await readSpan(path, indexed.span), `${path}, line ${place + 1}`);
  const scores = await Promise.all(
    index.scorers
      .filter(({ stale }) => !stale)
      .map(async (scorer) => ({ scorer: scorer.head.scorer.id, rows: await readRows(scorer, place) })),
  );
  const siblings = indexed.group === null ? [] : (index.groups.get(indexed.group) ?? []);
  return {
    item,
    imageUrl: indexed.image === null ? null : toImageUrl(indexed.image),
    scores: scores.filter(({ rows }) => rows.length > 0),
    siblings: siblings.flatMap((other) => {
      const sibling = index.items[other];
      if (sibling === undefined || other === place) return [];
      const imageUrl = sibling.image === null ? null : toImageUrl(sibling.image);
      return [{ id: sibling.id, caption: sibling.caption, imageUrl }];
    }),
  };
}

async function readRows(scorer: IndexedScorer, place: number): Promise<ResultRow[]> {
  const span = scorer.spanOf(place);
  if (span === null) return [];
  const json = parseJson(`[${await readSpan(scorer.path, span)}]`);
  const rows = resultRowSchema.array().safeParse(json.ok ? json.value : []);
  return rows.success ? rows.data : [];
}
