import { sha256 } from "@observatory/core";
import { halfOfAccount } from "../privacy/account-half.ts";
import { createAccountMatcher, type AccountMatcher } from "../privacy/match-accounts.ts";
import { createSupportCounter, type SupportCounter } from "../privacy/support-counter.ts";
import type { WordClasses } from "../privacy/words/word-classes.ts";
import { readAccountGroups, type AccountGroup, type ClusterGroupsOptions } from "./cluster-groups.ts";

/** What a cluster's members say together. Private. */
export interface GroupStatistics {
  /** True size. A conversation of several requests counts with the weight of those that are here. */
  readonly conversations: number;
  /** True number of accounts. */
  readonly accounts: number;
  /** Conversations toward the threshold: of the accounts that count, of each no more than `mostOfAccount`. */
  readonly countedConversations: number;
  /** Also tells the number of accounts that count. */
  readonly support: SupportCounter;
}

/** An account that counts, with the one conversation by which it does. */
export interface CountedAccount {
  readonly group: number;
  readonly account: string;
  /** Of that conversation. */
  readonly summaries: readonly string[];
}

export interface CollectGroupsOptions extends ClusterGroupsOptions {
  /** Whether a word must be used in both halves of the accounts. */
  readonly splitHalves: boolean;
  readonly seed: number;
  /** Which words are public, known and unknown. */
  readonly classes: WordClasses;
  /** The groups that are wanted. */
  readonly wanted: (group: number) => boolean;
  /** How many conversations of one account count toward a threshold of conversations (1). */
  readonly mostOfAccount?: number;
  /** Also given each account that counts, for callers who collect more. */
  readonly onAccount?: (account: CountedAccount) => void;
}

interface OpenStatistics {
  weight: number;
  countedWeight: number;
  accounts: number;
  readonly support: SupportCounter;
  readonly matcher: AccountMatcher;
}

/**
 * Conversations, accounts and supported words of the groups of one level, by number of the group. An account counts by one
 * conversation, if its history is long enough and the conversation is no copy of one by which another counted.
 */
export async function collectGroups(options: CollectGroupsOptions): Promise<Map<number, GroupStatistics>> {
  const { splitHalves, seed, classes, mostOfAccount = 1 } = options;
  const statistics = new Map<number, GroupStatistics>();
  let current = -1;
  let open: OpenStatistics | null = null;
  const close = (): void => {
    if (open === null) return;
    // A cluster is complete when the next begins: its rare words need no memory any more.
    open.support.freeze();
    statistics.set(current, {
      conversations: open.weight / 1000,
      accounts: open.accounts,
      countedConversations: open.countedWeight / 1000,
      support: open.support,
    });
    open = null;
  };
  for await (const accountGroup of readAccountGroups(options)) {
    const { group, account, settled, conversations } = accountGroup;
    if (!options.wanted(group)) continue;
    if (open === null || group !== current) {
      close();
      current = group;
      open = {
        weight: 0,
        countedWeight: 0,
        accounts: 0,
        support: createSupportCounter({ splitHalves, classes }),
        matcher: createAccountMatcher(),
      };
    }
    const weight = conversations.reduce((sum, conversation) => sum + conversation.weight, 0);
    open.weight += weight;
    open.accounts++;
    const chosen = settled ? open.matcher.take(inRandomOrder(accountGroup, seed)) : null;
    if (chosen === null) continue;
    open.countedWeight += Math.min(weight, mostOfAccount * 1000);
    open.support.addAccount(chosen.summaries, halfOfAccount(account, seed));
    options.onAccount?.({ group, account, summaries: chosen.summaries });
  }
  close();
  return statistics;
}

/** By keyed hashes, so that which conversation speaks for an account is no choice of the account's. */
function inRandomOrder({ account, conversations }: AccountGroup, seed: number) {
  if (conversations.length === 1) return conversations;
  return conversations
    .map((conversation) => ({ conversation, rank: sha256(`${seed}\n${account}\n${conversation.id}`) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ conversation }) => conversation);
}
