import { defineColumns, joinSorted } from "@observatory/store";
import type { ClusteredFacet } from "../facets/own/own-facet.ts";
import { summaryOf } from "./summary-of.ts";
import { facetColumns, groupColumns } from "./tables.ts";

/** What one distinct conversation of an account has in one cluster. */
export interface ConversationInGroup {
  readonly id: string;
  /** The group of copies that it is of; -1 where no other account has one. */
  readonly copies: number;
  /** Of its requests that are here, in their order. */
  readonly summaries: readonly string[];
  /** Thousandths of the conversation that these requests take. */
  readonly weight: number;
}

/** What one account has in one cluster. */
export interface AccountGroup {
  readonly group: number;
  readonly account: string;
  /** Whether it has the history that is asked of an account that counts. */
  readonly settled: boolean;
  /** At least one, in the order of the input. */
  readonly conversations: readonly ConversationInGroup[];
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
  let current: OpenAccount | null = null;
  for await (const { left, right } of pairs) {
    if (!right.first) continue;
    const { group, copies, settled } = right;
    const account = left.account ?? `conversation ${left.id}`;
    if (current === null || current.group !== group || current.account !== account) {
      if (current !== null) yield current;
      current = { group, account, settled, conversations: [] };
    }
    const summary = summaryOf(left, facet);
    const last = current.conversations.at(-1);
    if (last?.id === left.id) {
      last.summaries.push(summary);
      last.weight += left.weight;
    } else current.conversations.push({ id: left.id, copies, summaries: [summary], weight: left.weight });
  }
  if (current !== null) yield current;
}

interface OpenAccount extends Omit<AccountGroup, "conversations"> {
  readonly conversations: (Omit<ConversationInGroup, "summaries" | "weight"> & {
    readonly summaries: string[];
    weight: number;
  })[];
}
