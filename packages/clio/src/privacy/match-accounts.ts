/** Something of an account that may be a copy of what others have. */
export interface Contribution {
  /** Equal for copies; -1 of what nobody else has. */
  readonly copies: number;
}

/** Decides, account after account, which of them count in one cluster. */
export interface AccountMatcher {
  /**
   * The contribution by which the account counts: the first that nobody else has, else the first of whose copies none has counted; null
   * where all are copies of what counted. Each account must be given exactly once.
   */
  take<T extends Contribution>(contributions: readonly T[]): T | null;
}

/**
 * Matches accounts to groups of copies, each to one at most, so that a text that goes round counts once however many
 * accounts send it.
 *
 * No account that is left out has a free group, so the matching is maximal, and any maximal matching has at least half as many
 * pairs as the largest: of each pair of the largest at least one end is taken, and a pair of ours takes two ends. It is
 * never more than the largest, which is the number of accounts that can each show a text of their own. Memory: one
 * number for each group that counted.
 */
export function createAccountMatcher(): AccountMatcher {
  const taken = new Set<number>();
  return {
    take: (contributions) => {
      const free =
        contributions.find(({ copies }) => copies < 0) ??
        contributions.find(({ copies }) => !taken.has(copies));
      if (free === undefined) return null;
      if (free.copies >= 0) taken.add(free.copies);
      return free;
    },
  };
}
