import { createMemberSample, type MemberSample } from "../../cluster/sample-members.ts";
import { countPhrases } from "./count-phrases.ts";
import type { PhraseList } from "./phrase-list.ts";

/** Accounts of a cluster whose phrases are counted at most, so that a cluster of any size fits into memory. */
const mostAccounts = 20_000;

/** Counts the key phrases of clusters that come one after the other. */
export interface PhraseCollector {
  /** Adds the summaries of one account of a cluster; the accounts of a cluster come together. One summary of them counts. */
  addAccount(account: {
    readonly group: number;
    readonly account: string;
    readonly summaries: readonly string[];
  }): void;
  /** What is told of each cluster, but for the support rule. */
  finish(): ReadonlyMap<number, PhraseList>;
}

export function createPhraseCollector(seed: number, boundEverywhere: boolean): PhraseCollector {
  const lists = new Map<number, PhraseList>();
  let open: { readonly group: number; readonly sample: MemberSample; accounts: number } | null = null;
  const close = (): void => {
    if (open === null) return;
    const texts = open.sample.members().map(({ text }) => text);
    lists.set(open.group, countPhrases(texts, { accounts: open.accounts, boundEverywhere }));
    open = null;
  };
  return {
    addAccount: ({ group, account, summaries }) => {
      if (open?.group !== group) {
        close();
        open = { group, sample: createMemberSample(mostAccounts, seed), accounts: 0 };
      }
      open.sample.addAccount(account, summaries);
      open.accounts++;
    },
    finish: () => {
      close();
      return lists;
    },
  };
}
