import { sha256 } from "@observatory/core";

/** A bounded sample of accounts with all that each of them brought. */
export interface AccountSample<T> {
  add(account: string, item: T): void;
  items(): readonly T[];
  /** Share of the accounts that is in the sample. */
  readonly share: number;
}

/**
 * Keeps the items of the accounts whose hashes are smallest, at most `limit` items unless one account alone has more. So an
 * account that comes often comes as often in the sample.
 */
export function createAccountSample<T>(limit: number, seed: number): AccountSample<T> {
  let kept: { readonly rank: number; readonly item: T }[] = [];
  let share = 1;
  return {
    add: (account, item) => {
      const rank = Number.parseInt(sha256(`${seed}\n${account}`).slice(0, 12), 16) / 2 ** 48;
      if (rank >= share) return;
      kept.push({ rank, item });
      for (let halvings = 0; kept.length > limit && halvings < 40; halvings++) {
        share /= 2;
        const bound = share;
        const fewer = kept.filter((one) => one.rank < bound);
        // An account that alone has too many stays rather than leave nothing.
        if (fewer.length === 0) share *= 2;
        if (fewer.length === 0) break;
        kept = fewer;
      }
    },
    items: () => kept.map(({ item }) => item),
    get share() {
      return share;
    },
  };
}
