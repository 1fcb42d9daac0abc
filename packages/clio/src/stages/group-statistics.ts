import { halfOfAccount } from "../privacy/account-half.ts";
import { createSupportCounter, type SupportCounter } from "../privacy/support-counter.ts";
import type { WordClasses } from "../privacy/words/word-classes.ts";
import { readAccountGroups, type AccountGroup, type ClusterGroupsOptions } from "./cluster-groups.ts";

/** What a cluster's members say together. Private. */
export interface GroupStatistics {
  /** A conversation of several requests counts with the weight of those that are here. */
  readonly conversations: number;
  /** Also tells the number of accounts. */
  readonly support: SupportCounter;
}

export interface CollectGroupsOptions extends ClusterGroupsOptions {
  /** Whether a word must be used in both halves of the accounts. */
  readonly splitHalves: boolean;
  readonly seed: number;
  /** Which words are public, known and unknown. */
  readonly classes: WordClasses;
  /** The groups that are wanted. */
  readonly wanted: (group: number) => boolean;
  /** Also given each account, for callers who collect more. */
  readonly onAccount?: (group: AccountGroup) => void;
}

/** Conversations, accounts and supported words of the groups of one level, by number of the group. */
export async function collectGroups(options: CollectGroupsOptions): Promise<Map<number, GroupStatistics>> {
  const { splitHalves, seed, classes } = options;
  const statistics = new Map<number, { weight: number; readonly support: SupportCounter }>();
  let current = -1;
  for await (const accountGroup of readAccountGroups(options)) {
    const { group, account, summaries, weight } = accountGroup;
    if (!options.wanted(group)) continue;
    if (group !== current) {
      // A cluster is complete when the next begins: its rare words need no memory any more.
      statistics.get(current)?.support.freeze();
      statistics.set(group, { weight: 0, support: createSupportCounter({ splitHalves, classes }) });
      current = group;
    }
    const found = statistics.get(group);
    if (!found) continue;
    found.weight += weight;
    found.support.addAccount(summaries, halfOfAccount(account, seed));
    options.onAccount?.(accountGroup);
  }
  statistics.get(current)?.support.freeze();
  return new Map(
    [...statistics].map(([group, { weight, support }]) => [group, { conversations: weight / 1000, support }]),
  );
}
