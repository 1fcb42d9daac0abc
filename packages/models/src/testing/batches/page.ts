/** A part of a list, after the item with the id `after`. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly hasMore: boolean;
}

/** Cuts a page out of a list; the whole list starts where `after` is null or unknown. */
export function toPage<T extends { readonly id: string }>(
  items: readonly T[],
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Page<T> {
  const start = items.findIndex(({ id }) => id === after) + 1;
  return { items: items.slice(start, start + limit), hasMore: start + limit < items.length };
}

/** The `limit` of a query, 20 unless told. */
export function readLimit(query: URLSearchParams): number {
  const limit = Number(query.get("limit") ?? "20");
  return Number.isInteger(limit) && limit > 0 ? limit : 20;
}
