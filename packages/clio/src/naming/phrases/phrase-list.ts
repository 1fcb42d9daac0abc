/** A phrase and about how many accounts use it. */
export interface KeyPhrase {
  readonly text: string;
  readonly accounts: number;
}

/** What the accounts of a cluster say, as far as it may be told: see `tellSupport`. */
export interface PhraseList {
  /** About how many accounts there are. */
  readonly accounts: number;
  /** What is told of each phrase; by number of accounts, then by spelling. */
  readonly phrases: readonly (KeyPhrase & {
    /** How many accounts of one cluster use it for certain. */
    readonly least: number;
  })[];
}

/** By number of accounts, then by spelling: an order that is told already by what is told of each. */
export function inOrder<T extends KeyPhrase>(phrases: readonly T[]): readonly T[] {
  return phrases.toSorted((a, b) => b.accounts - a.accounts || (a.text < b.text ? -1 : 1));
}
