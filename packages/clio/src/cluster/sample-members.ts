import { createHash } from "node:crypto";
import { halfOfAccount } from "../privacy/account-half.ts";

/** A summary that is shown to the namer. */
export interface SampledMember {
  readonly text: string;
  readonly account: string;
  readonly half: 0 | 1;
}

interface Ranked extends SampledMember {
  readonly rank: string;
}

/** A bounded random sample of a cluster's summaries, at most one an account. */
export interface MemberSample {
  /** Adds all summaries of one account; each account must be given exactly once. */
  addAccount(account: string, summaries: readonly string[]): void;
  /** In random order. */
  members(): readonly SampledMember[];
}

/**
 * Keeps the summaries of the accounts whose keyed hashes are smallest, so the sample depends on the seed and the
 * members alone and not on the order in which they come. Each half of the accounts fills half of the sample where it can.
 */
export function createMemberSample(size: number, seed: number): MemberSample {
  let kept: Ranked[] = [];
  const trim = (): void => {
    const inOrder = kept.toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
    const share = Math.ceil(size / 2);
    const places = [0, 0];
    const fair = inOrder.filter(({ half }) => (places[half] = (places[half] ?? 0) + 1) <= share);
    const chosen = new Set(fair.slice(0, size));
    for (const member of inOrder) if (chosen.size < size) chosen.add(member);
    kept = inOrder.filter((member) => chosen.has(member));
  };
  return {
    addAccount: (account, summaries) => {
      const best = summaries
        .map((text) => ({ text, rank: toRank(`${seed}\n${account}\n${text}`) }))
        .reduce<{ readonly text: string; readonly rank: string } | null>(
          (first, next) => (first === null || next.rank < first.rank ? next : first),
          null,
        );
      if (best === null) return;
      kept.push({ ...best, account, half: halfOfAccount(account, seed) });
      if (kept.length >= size * 4 + 64) trimByHalf();
    },
    members: () => {
      trim();
      return kept.map(({ text, account, half }) => ({ text, account, half }));
    },
  };

  /** Keeps the first of each half: whatever comes later, no other can be chosen. */
  function trimByHalf(): void {
    const inOrder = kept.toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
    const places = [0, 0];
    kept = inOrder.filter(({ half }) => (places[half] = (places[half] ?? 0) + 1) <= size);
  }
}

function toRank(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
