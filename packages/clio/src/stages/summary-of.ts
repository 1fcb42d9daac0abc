import { defineColumns, readShardBatches } from "@observatory/store";
import type { ClusteredFacet, OwnSummary } from "../facets/own/own-facet.ts";
import { facetColumns, type FacetRow } from "./tables.ts";

/** The text of a row that is embedded and clustered; of the user's own facets it is empty where there is no value. */
export function summaryOf(row: Pick<FacetRow, "request" | "task" | "own">, facet: ClusteredFacet): string {
  return typeof facet === "string" ? row[facet] : toText(row.own[facet.name]);
}

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
