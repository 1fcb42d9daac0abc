import { sha256 } from "@observatory/core";

/** A bounded random sample of accounts with one number of each. */
export interface AccountNumbers {
  /** @param id of the conversation that has the number */
  add(account: string, id: string, value: number): void;
  /** In no order that means anything. */
  list(): number[];
}

interface Sampled {
  readonly rank: string;
  readonly pick: string;
  readonly value: number;
}

/**
 * Keeps the accounts whose hashes are smallest and of each the conversation whose hash is smallest, so that the sample does not depend on
 * the order in which they come, and nobody has more than one number in it. Memory: twice `limit` numbers.
 */
export function createAccountNumbers(limit: number): AccountNumbers {
  let kept = new Map<string, Sampled>();
  let bound = "g";
  const trim = (): void => {
    const inOrder = [...kept].toSorted(([, a], [, b]) => (a.rank < b.rank ? -1 : 1));
    bound = inOrder[limit]?.[1].rank ?? bound;
    kept = new Map(inOrder.slice(0, limit));
  };
  return {
    add: (account, id, value) => {
      const known = kept.get(account);
      const rank = known?.rank ?? sha256(`numbers\n${account}`);
      if (rank >= bound) return;
      const pick = sha256(`${account}\n${id}`);
      if (known === undefined || pick < known.pick) kept.set(account, { rank, pick, value });
      if (kept.size > 2 * limit) trim();
    },
    list: () => {
      trim();
      return [...kept.values()].map(({ value }) => value);
    },
  };
}
