import type { z } from "zod";
import type { Backend, BackendOptions } from "../../shared/backend.ts";
import { clioDataSchema } from "../../shared/clio-data.ts";
import { crepeItemSchema, itemListSchema } from "../../shared/crepe/crepe-item.ts";
import { crepeOverviewSchema } from "../../shared/crepe/crepe-overview.ts";
import { toFilterParameters } from "../../shared/crepe/item-filter.ts";
import { describeFailure, failureSchema } from "../../shared/failure.ts";
import { sourcesSchema } from "../../shared/source.ts";

/** Data from the server that the page came from. */
export function createServerBackend(base = "api/"): Backend {
  return {
    listSources: async (options) => (await get("sources", sourcesSchema, options)).sources,
    loadClio: (sourceId, options) => get(`clio/${encodeURIComponent(sourceId)}`, clioDataSchema, options),
    loadCrepe: (sourceId, options) =>
      get(`crepe/${encodeURIComponent(sourceId)}`, crepeOverviewSchema, options),
    listCrepeItems: (sourceId, filter, { offset, limit, ...options }) => {
      const query = new URLSearchParams({
        ...toFilterParameters(filter),
        offset: String(offset),
        limit: String(limit),
      });
      return get(`crepe/${encodeURIComponent(sourceId)}/items?${query.toString()}`, itemListSchema, options);
    },
    loadCrepeItem: (sourceId, itemId, options) =>
      get(`crepe/${encodeURIComponent(sourceId)}/items/${toPath(itemId)}`, crepeItemSchema, options),
  };

  async function get<T>(path: string, schema: z.ZodType<T>, { signal }: BackendOptions = {}): Promise<T> {
    const response = await fetch(`${base}${path}`, signal === undefined ? {} : { signal }).catch((error) => {
      if (signal?.aborted) throw error;
      throw new Error("The server does not answer. Start observatory explore again.", { cause: error });
    });
    if (!response.ok) throw new Error(await readFailure(response));
    return schema.parse(await response.json());
  }
}

async function readFailure(response: Response): Promise<string> {
  const failure = failureSchema.safeParse(await response.json().catch(() => null));
  return failure.success
    ? describeFailure(failure.data)
    : `The server answered with status ${response.status}. Start observatory explore again.`;
}

/** Ids have slashes, which stay what they are. */
function toPath(id: string): string {
  return id.split("/").map(encodeURIComponent).join("/");
}
