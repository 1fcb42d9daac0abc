import { isPublicTerm } from "./public-vocabulary.ts";
import { toSupportTerms } from "./support-terms.ts";

/** How many accounts of a cluster must use a word before it may be published: max(5, 1 % of the accounts). */
export function requiredSupport(accounts: number): number {
  return Math.max(5, Math.ceil(accounts / 100));
}

/** Counts, for one cluster, how many distinct accounts use each word. */
export interface SupportCounter {
  /** Adds all summaries of one account. Each account must be given exactly once. */
  addAccount(summaries: readonly string[]): void;
  readonly accounts: number;
  /** Forgets the words that are under the required support; no account may be added after. */
  freeze(): void;
  /** Words of a text that neither enough accounts use nor the public vocabulary holds, as support terms. */
  unsupported(text: string): string[];
}

export function createSupportCounter(): SupportCounter {
  const accountsOf = new Map<string, number>();
  let accounts = 0;
  return {
    get accounts() {
      return accounts;
    },
    addAccount: (summaries) => {
      accounts++;
      const terms = new Set(summaries.flatMap((summary) => toSupportTerms(summary)));
      for (const term of terms) accountsOf.set(term, (accountsOf.get(term) ?? 0) + 1);
    },
    freeze: () => {
      const required = requiredSupport(accounts);
      for (const [term, count] of accountsOf) if (count < required) accountsOf.delete(term);
    },
    unsupported: (text) => {
      const required = requiredSupport(accounts);
      return toSupportTerms(text).filter(
        (term) => !isPublicTerm(term) && (accountsOf.get(term) ?? 0) < required,
      );
    },
  };
}
