import type { ClusterNode } from "../hierarchy/build-tree.ts";
import { createSupportCounter, type SupportCounter } from "../privacy/support-counter.ts";
import { readAccountGroups, type ClusterGroupsOptions } from "./cluster-groups.ts";

/** What a cluster's members say together. Private. */
export interface NodeStatistics {
  readonly conversations: number;
  readonly accounts: number;
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
  const statistics = new Map<number, NodeStatistics>();
  let current: { node: number; conversations: number; support: SupportCounter } | null = null;
  const finish = (): void => {
    if (current === null) return;
    current.support.freeze();
    const { node, conversations, support } = current;
    statistics.set(node, { conversations, accounts: support.accounts, support });
  };
  for await (const { node, account, summaries } of readAccountGroups(options)) {
    if (nodes[node]?.level !== options.level) continue;
    if (current?.node !== node) {
      finish();
      current = { node, conversations: 0, support: createSupportCounter() };
    }
    current.conversations += summaries.length;
    current.support.addAccount(summaries);
    onAccount?.(node, account, summaries);
  }
  finish();
  return statistics;
}
