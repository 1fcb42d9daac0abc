import { createHash } from "node:crypto";

interface Ranked {
  readonly rank: string;
  readonly text: string;
}

/** A bounded random sample of a cluster's summaries, at most one an account. */
export interface MemberSample {
  /** Adds all summaries of one account; each account must be given exactly once. */
  addAccount(account: string, summaries: readonly string[]): void;
  /** In random order. */
  texts(): string[];
}

/**
 * Keeps the summaries of the accounts whose keyed hashes are smallest, so the sample depends on the seed and the
 * members alone and not on the order in which they come.
 */
export function createMemberSample(size: number, seed: number): MemberSample {
  let kept: Ranked[] = [];
  const trim = (): void => {
    kept = kept.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, size);
  };
  return {
    addAccount: (account, summaries) => {
      const best = summaries
        .map((text) => ({
          text,
          rank: createHash("sha256").update(`${seed}\n${account}\n${text}`).digest("hex"),
        }))
        .reduce<Ranked | null>(
          (first, next) => (first === null || next.rank < first.rank ? next : first),
          null,
        );
      if (best === null) return;
      kept.push(best);
      if (kept.length >= size * 2 + 64) trim();
    },
    texts: () => {
      trim();
      return kept.map((member) => member.text);
    },
  };
}
