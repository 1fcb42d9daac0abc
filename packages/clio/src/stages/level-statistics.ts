import type { ClusterNode } from "../hierarchy/build-tree.ts";
import { createSupportCounter, type SupportCounter } from "../privacy/support-counter.ts";
import { readAccountGroups, type ClusterGroupsOptions } from "./cluster-groups.ts";

/** What a cluster's members say together. Private. */
export interface NodeStatistics {
  readonly conversations: number;
  /** Also tells the number of accounts. */
  readonly support: SupportCounter;
}

/**
 * Conversations, accounts and supported words of every node of one level, by index of the node.
 *
 * @param onAccount also given each account's summaries, for callers who collect more
 */
export async function collectLevel(
  nodes: readonly ClusterNode[],
  options: ClusterGroupsOptions,
  onAccount?: (node: number, account: string, summaries: readonly string[]) => void,
): Promise<Map<number, NodeStatistics>> {
  const statistics = new Map<number, { conversations: number; readonly support: SupportCounter }>();
  let current = -1;
  for await (const { node, account, summaries } of readAccountGroups(options)) {
    if (nodes[node]?.level !== options.level) continue;
    if (node !== current) {
      // A cluster is complete when the next begins: its rare words need no memory any more.
      statistics.get(current)?.support.freeze();
      statistics.set(node, { conversations: 0, support: createSupportCounter() });
      current = node;
    }
    const found = statistics.get(node);
    if (!found) continue;
    found.conversations += summaries.length;
    found.support.addAccount(summaries);
    onAccount?.(node, account, summaries);
  }
  statistics.get(current)?.support.freeze();
  return statistics;
}
