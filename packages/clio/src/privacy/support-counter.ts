import { isPublicWord } from "./public-vocabulary.ts";
import { toInflectionKey, toNumberKey, toPlainWords } from "./support-terms.ts";

/** How many accounts of a cluster must use a word before it may be published: max(5, 1 % of the accounts). */
export function requiredSupport(accounts: number): number {
  return Math.max(5, Math.ceil(accounts / 100));
}

/** How many accounts must have written a word itself, in the singular or the plural, and not only a relative of it. */
const requiredWriters = 2;

/** How many accounts of each half must use a word where both halves are asked: a fifth of all, at least 2. */
function requiredInHalf(accounts: number): number {
  return Math.max(2, Math.ceil(requiredSupport(accounts) / 5));
}

/** Counts, for one cluster, how many distinct accounts use each word. */
export interface SupportCounter {
  /** Adds all summaries of one account. Each account must be given exactly once. */
  addAccount(summaries: readonly string[], half?: 0 | 1): void;
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

/** @param options.splitHalves asks that accounts of both halves use a word, so that no one sample can bring it in */
export function createSupportCounter(options: { readonly splitHalves?: boolean } = {}): SupportCounter {
  const usersOf = new Map<string, number>();
  const writersOf = new Map<string, number>();
  const usersOfHalf =
    options.splitHalves === true ? [new Map<string, number>(), new Map<string, number>()] : [];
  let accounts = 0;
  return {
    get accounts() {
      return accounts;
    },
    addAccount: (summaries, half = 0) => {
      accounts++;
      const words = new Set(summaries.flatMap((summary) => toPlainWords(summary)));
      const keys = new Set([...words].map(toInflectionKey));
      increment(usersOf, keys);
      increment(writersOf, new Set([...words].map(toNumberKey)));
      const ofHalf = usersOfHalf[half];
      if (ofHalf) increment(ofHalf, keys);
    },
    freeze: () => {
      dropRare(usersOf, requiredSupport(accounts));
      dropRare(writersOf, requiredWriters);
      for (const users of usersOfHalf) dropRare(users, requiredInHalf(accounts));
    },
    unsupported: (text) => {
      const required = requiredSupport(accounts);
      const inHalf = requiredInHalf(accounts);
      return toPlainWords(text).filter((word) => {
        if (isPublicWord(word)) return false;
        const key = toInflectionKey(word);
        return (
          (usersOf.get(key) ?? 0) < required ||
          (writersOf.get(toNumberKey(word)) ?? 0) < requiredWriters ||
          usersOfHalf.some((users) => (users.get(key) ?? 0) < inHalf)
        );
      });
    },
  };
}

function increment(counts: Map<string, number>, keys: ReadonlySet<string>): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
}

function dropRare(counts: Map<string, number>, least: number): void {
  for (const [key, count] of counts) if (count < least) counts.delete(key);
}
