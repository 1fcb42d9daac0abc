import type { ModelPrice } from "@observatory/core";
import { findNearNames } from "../near-names.ts";
import { withoutServer } from "../wire/provider-name.ts";
import { priceTable } from "./price-table.ts";

const free: ModelPrice = { input: 0, cachedInput: 0, cacheWrite: 0, output: 0 };

export interface FindPriceOptions {
  /** Prices that take precedence over the built-in table, as `parsePrices` gives them. */
  readonly prices?: Readonly<Record<string, ModelPrice>> | undefined;
  /** Whether the model is served by this very machine. */
  readonly local?: boolean | undefined;
}

/**
 * The price of a model by its id (`<provider>/<model>`); null where it is not known. The name in the table is the
 * id, or the id without its date; the longest that fits counts, and it may leave out the provider.
 * What runs on this machine is free unless the user's prices name it.
 */
export function findPrice(
  modelId: string,
  { prices = {}, local = false }: FindPriceOptions = {},
): ModelPrice | null {
  const own = findLongest(modelId, prices);
  if (own !== null) return own;
  if (local || modelId.startsWith("llama/")) return free;
  return findLongest(modelId, priceTable);
}

/** Models of the same provider that have a price and whose names come near to one that has none. */
export function findNearPriced(modelId: string): string[] {
  const id = withoutServer(modelId);
  const provider = id.slice(0, id.indexOf("/") + 1);
  const names = Object.keys(priceTable).filter(
    (name) => name.startsWith(provider) && !name.includes("embedding"),
  );
  return findNearNames(id, names).map((name) => name.slice(provider.length));
}

function findLongest(wholeId: string, table: Readonly<Record<string, ModelPrice>>): ModelPrice | null {
  const modelId = withoutServer(wholeId);
  const model = modelId.slice(modelId.indexOf("/") + 1);
  const matching = Object.entries(table)
    .filter(([name]) => isStart(name, modelId) || isStart(name, model))
    .toSorted(([a], [b]) => toLength(b) - toLength(a));
  return matching.at(0)?.[1] ?? null;
}

/** `gpt-5` is the start of `gpt-5-2025-08-07` and of `gpt-5-latest`, and not of `gpt-5-mini`, `gpt-5-1` or `gpt-5.1`. */
function isStart(name: string, id: string): boolean {
  return id === name || (id.startsWith(name) && /^[-@:](?:latest$|\d{4})/u.test(id.slice(name.length)));
}

function toLength(name: string): number {
  return name.length - (name.indexOf("/") + 1);
}
