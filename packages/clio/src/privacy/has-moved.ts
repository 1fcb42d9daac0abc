import { sha256 } from "@observatory/core";

/** How many a cell holds, exactly. Private. */
export interface HeldCount {
  readonly conversations: number;
  readonly accounts: number;
}

/**
 * Whether a count moved far enough since it was last published to be published anew: by at least k conversations and k
 * accounts, up or down.
 *
 * Someone who adds k - 1 accounts of his own would see one more by its being the k-th. So the step is not k for all but
 * drawn between k and 2k from the members as they were, whose texts are private: one account then decides in one
 * case of k, whatever is added.
 *
 * @param key of the members when the count was published
 * @param k fewest accounts that may be told from a change
 */
export function hasMoved(before: HeldCount, now: HeldCount, key: string, k: number): boolean {
  const step = stepOf(key, k);
  return (
    Math.abs(now.conversations - before.conversations) >= step &&
    Math.abs(now.accounts - before.accounts) >= step
  );
}

/** By how much a count must move: k to 2k - 1, drawn from the key. */
export function stepOf(key: string, k: number): number {
  return k + (Number.parseInt(sha256(`step\n${key}`).slice(0, 12), 16) % k);
}
