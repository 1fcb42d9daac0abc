import { InputError } from "@observatory/core";
import { readResultRows, readResultsHead } from "./read-results.ts";
import type { ResultRow, ResultsHead } from "./results.ts";
import { requireSameConfiguration, type ResultsConfiguration } from "./write-results.ts";

/** What an earlier run of the same configuration left. */
export interface EarlierResults {
  readonly head: ResultsHead | null;
  /** Its rows by type and item ({@link toRowKey}). */
  readonly rows: ReadonlyMap<string, ResultRow>;
}

/** Tells the rows of a results file apart. */
export function toRowKey({ item, type }: Pick<ResultRow, "item" | "type">): string {
  return `${type} ${item}`;
}

/**
 * Reads the results that a new run is merged with. None where there is no file; of a file that is damaged in its rows those
 * before the damage. Throws StateError where results of another configuration are in the way.
 */
export async function loadEarlierResults(
  benchmark: string,
  configuration: ResultsConfiguration,
  options: { readonly signal?: AbortSignal } = {},
): Promise<EarlierResults> {
  const path = await requireSameConfiguration(benchmark, configuration);
  const head = await readResultsHead(path);
  const rows = new Map<string, ResultRow>();
  if (!head.ok) return { head: null, rows };
  try {
    for await (const { row } of readResultRows(path, options)) rows.set(toRowKey(row), row);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  return { head: head.value, rows };
}
