import { mapConcurrent } from "@observatory/core";
import type { AnalystCallOptions } from "../analyst.ts";

/** Maps items by calls of a model, as many at a time as it takes; results in input order, progress as items are finished. */
export async function mapItems<In, Out>(
  items: readonly In[],
  work: (item: In, options: AnalystCallOptions, index: number) => Promise<Out>,
  { concurrency, ...options }: AnalystCallOptions & { readonly concurrency: number },
): Promise<Out[]> {
  let done = 0;
  const results: Out[] = [];
  const run = async ([index, item]: readonly [number, In], signal: AbortSignal): Promise<Out> => {
    const result = await work(item, { ...options, signal }, index);
    options.onProgress?.(++done);
    return result;
  };
  const inFlight = { concurrency, ...(options.signal ? { signal: options.signal } : {}) };
  for await (const result of mapConcurrent(items.entries(), run, inFlight)) results.push(result);
  return results;
}
