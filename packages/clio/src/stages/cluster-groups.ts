import { defineColumns, joinSorted } from "@observatory/store";
import type { ClusteredFacet } from "../facets/own/own-facet.ts";
import { summaryOf } from "./summary-of.ts";
import { facetColumns, groupColumns } from "./tables.ts";

/** The distinct requests of one account in one cluster. */
export interface AccountGroup {
  readonly group: number;
  readonly account: string;
  readonly summaries: readonly string[];
  /** Thousandths of conversations that these requests take. */
  readonly weight: number;
}

export interface ClusterGroupsOptions {
  readonly facetsDirectory: string;
  /** A table as `writeGroups` writes it. */
  readonly groupsDirectory: string;
  readonly facet: ClusteredFacet;
  readonly signal: AbortSignal;
}

const { id, account, weight, request, task, own } = facetColumns;
const columns = defineColumns({ id, account, weight, request, task, own });

/**
 * Streams one level of the hierarchy cluster by cluster and, inside a cluster, account by account. The sort is done
 * out of core, so memory holds one account's summaries.
 */
export async function* readAccountGroups(options: ClusterGroupsOptions): AsyncGenerator<AccountGroup> {
  const { facet, signal } = options;
  const pairs = joinSorted({
    left: { directory: options.facetsDirectory, columns },
    right: { directory: options.groupsDirectory, columns: groupColumns },
    on: "row",
    orderBy: ["right.group", "left.account"],
    signal,
  });
  let current: { group: number; account: string; summaries: string[]; weight: number } | null = null;
  for await (const { left, right } of pairs) {
    if (!right.first) continue;
    const summary = summaryOf(left, facet);
    const account = left.account ?? `conversation ${left.id}`;
    if (current !== null && current.group === right.group && current.account === account) {
      current.summaries.push(summary);
      current.weight += left.weight;
    } else {
      if (current !== null) yield current;
      current = { group: right.group, account, summaries: [summary], weight: left.weight };
    }
  }
  if (current !== null) yield current;
}
