import { isPublicWord } from "./public-vocabulary.ts";
import { toInflectionKey, toNumberKey, toPlainWords } from "./support-terms.ts";

/** How many accounts of a cluster must use a word before it may be published: max(5, 1 % of the accounts). */
export function requiredSupport(accounts: number): number {
  return Math.max(5, Math.ceil(accounts / 100));
}

/** How many accounts must have written a word itself, in the singular or the plural, and not only a relative of it. */
const requiredWriters = 2;

/** Counts, for one cluster, how many distinct accounts use each word. */
export interface SupportCounter {
  /** Adds all summaries of one account. Each account must be given exactly once. */
  addAccount(summaries: readonly string[]): void;
  readonly accounts: number;
  /** Forgets the words that are under the required support; no account may be added after. */
  freeze(): void;
  /**
   * Words of a text that may not be published. A word may if it is public, or if enough accounts use it in any
   * inflection and at least two of them this very form: names are often inflections of common words by their
   * spelling ("Manning" of "man").
   */
  unsupported(text: string): string[];
}

export function createSupportCounter(): SupportCounter {
  const usersOf = new Map<string, number>();
  const writersOf = new Map<string, number>();
  let accounts = 0;
  return {
    get accounts() {
      return accounts;
    },
    addAccount: (summaries) => {
      accounts++;
      const words = new Set(summaries.flatMap((summary) => toPlainWords(summary)));
      increment(usersOf, new Set([...words].map(toInflectionKey)));
      increment(writersOf, new Set([...words].map(toNumberKey)));
    },
    freeze: () => {
      const required = requiredSupport(accounts);
      for (const [key, count] of usersOf) if (count < required) usersOf.delete(key);
      for (const [key, count] of writersOf) if (count < requiredWriters) writersOf.delete(key);
    },
    unsupported: (text) => {
      const required = requiredSupport(accounts);
      return toPlainWords(text).filter(
        (word) =>
          !isPublicWord(word) &&
          ((usersOf.get(toInflectionKey(word)) ?? 0) < required ||
            (writersOf.get(toNumberKey(word)) ?? 0) < requiredWriters),
      );
    },
  };
}

function increment(counts: Map<string, number>, keys: ReadonlySet<string>): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
}
