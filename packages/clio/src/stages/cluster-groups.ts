import { joinSorted } from "@observatory/store";
import { facetColumns, toAssignmentColumns } from "./tables.ts";
import type { SummaryFacet } from "../names.ts";

/** The distinct conversations of one account in one cluster. */
export interface AccountGroup {
  readonly node: number;
  readonly account: string;
  readonly summaries: readonly string[];
}

export interface ClusterGroupsOptions {
  readonly facetsDirectory: string;
  readonly assignmentsDirectory: string;
  readonly levels: number;
  readonly level: number;
  readonly facet: SummaryFacet;
  readonly signal: AbortSignal;
}

/**
 * Streams one level of the hierarchy cluster by cluster and, inside a cluster, account by account. The sort is done
 * out of core, so memory holds one account's summaries.
 */
export async function* readAccountGroups(options: ClusterGroupsOptions): AsyncGenerator<AccountGroup> {
  const { facet, level, signal } = options;
  const levelColumn = `level${level}` as const;
  const pairs = joinSorted({
    left: { directory: options.facetsDirectory, columns: facetColumns },
    right: { directory: options.assignmentsDirectory, columns: toAssignmentColumns(options.levels) },
    on: "row",
    orderBy: [`right.${levelColumn}`, "left.account"],
    signal,
  });
  let group: { node: number; account: string; summaries: string[] } | null = null;
  for await (const { left, right } of pairs) {
    if (!right.first) continue;
    const node = right[levelColumn] ?? 0;
    const account = left.account ?? `conversation ${left.id}`;
    if (group !== null && group.node === node && group.account === account) {
      group.summaries.push(left[facet]);
    } else {
      if (group !== null) yield group;
      group = { node, account, summaries: [left[facet]] };
    }
  }
  if (group !== null) yield group;
}
