import { defineColumns, readShardBatches } from "@observatory/store";
import type { ClusteredFacet, OwnSummary } from "../facets/own/own-facet.ts";
import { facetColumns, type FacetRow } from "./tables.ts";

/** The text of a row that is embedded and clustered; of the user's own facets it is empty where there is no value. */
export function summaryOf(row: Pick<FacetRow, "request" | "task" | "own">, facet: ClusteredFacet): string {
  return typeof facet === "string" ? row[facet] : toText(row.own[facet.name]);
}

/**
 * The same as it is embedded: what stands for personal data is said as people would say it, for "[NAME]" in capitals is a word
 * of its own that draws requests together which have nothing in common but that a person is in them.
 */
export function embeddedTextOf(
  row: Pick<FacetRow, "request" | "task" | "own">,
  facet: ClusteredFacet,
): string {
  return summaryOf(row, facet).replace(placeholder, (_whole, kind: string) =>
    kind === "NAME" ? "someone" : kind.toLowerCase(),
  );
}

const placeholder = /\[([A-Z]{2,7})\]/gu;

/** For each row of finished facets whether it has no value of the facet, so that it cannot be clustered. */
export async function markWithoutSummary(
  facetsDirectory: string,
  facet: OwnSummary,
  rows: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const marks = new Uint8Array(rows);
  let row = 0;
  const columns = defineColumns({ own: facetColumns.own });
  for await (const batch of readShardBatches(facetsDirectory, columns, { signal })) {
    for (const { own } of batch) marks[row++] = toText(own[facet.name]) === "" ? 1 : 0;
  }
  return marks;
}

function toText(value: FacetRow["own"][string] | undefined): string {
  return typeof value === "string" ? value : "";
}
