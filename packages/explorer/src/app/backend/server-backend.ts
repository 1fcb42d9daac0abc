import type { z } from "zod";
import type { Backend, BackendOptions } from "../../shared/backend.ts";
import { clioDataSchema } from "../../shared/clio-data.ts";
import { sourcesSchema } from "../../shared/source.ts";

/** Data from the server that the page came from. */
export function createServerBackend(base = "api/"): Backend {
  return {
    listSources: async (options) => (await get("sources", sourcesSchema, options)).sources,
    loadClio: (sourceId, options) => get(`clio/${encodeURIComponent(sourceId)}`, clioDataSchema, options),
  };

  async function get<T>(path: string, schema: z.ZodType<T>, { signal }: BackendOptions = {}): Promise<T> {
    const response = await fetch(`${base}${path}`, signal === undefined ? {} : { signal });
    if (!response.ok) throw new Error(await describeFailure(response));
    return schema.parse(await response.json());
  }
}

async function describeFailure(response: Response): Promise<string> {
  const text = (await response.text()).slice(0, 500);
  return text === "" ? `The server answered with status ${response.status}.` : text;
}
