import type { ClioData } from "./clio-data.ts";
import type { CrepeItem, ItemList } from "./crepe/crepe-item.ts";
import type { CrepeOverview } from "./crepe/crepe-overview.ts";
import type { ItemFilter } from "./crepe/item-filter.ts";
import type { Source } from "./source.ts";

/**
 * Where the page gets its data: a live server, or the file that it stands in.
 *
 * Rejects with an error whose message says what to do.
 */
export interface Backend {
  listSources(options?: BackendOptions): Promise<readonly Source[]>;
  loadClio(sourceId: string, options?: BackendOptions): Promise<ClioData>;
  loadCrepe(sourceId: string, options?: BackendOptions): Promise<CrepeOverview>;
  /** One page of the items that a filter lets pass, in their order. */
  listCrepeItems(
    sourceId: string,
    filter: ItemFilter,
    options: BackendOptions & { readonly offset: number; readonly limit: number },
  ): Promise<ItemList>;
  loadCrepeItem(sourceId: string, itemId: string, options?: BackendOptions): Promise<CrepeItem>;
}

export interface BackendOptions {
  readonly signal?: AbortSignal;
}
