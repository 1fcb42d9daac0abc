import { drawBootstrapCounts, percentileInterval } from "@observatory/numerics";
import type { Random } from "@observatory/core";
import type { AttackScore } from "./attack-report.ts";

/** What an attacker thinks of one account and one release, and whether it was in. */
export interface MembershipGuess {
  /** Number of the account. */
  readonly account: number;
  readonly score: number;
  readonly isMember: boolean;
}

const resamples = 400;

/**
 * The area under the ROC curve of guesses: how often a member scores above a non-member, ties for half. Its interval holds 95 % and is a
 * bootstrap by account, since guesses about one account are not independent. Null where all or none are members.
 */
export function scoreMembership(guesses: readonly MembershipGuess[], random: Random): AttackScore {
  const sorted = guesses.toSorted((a, b) => a.score - b.score);
  const accounts = Math.max(0, ...guesses.map(({ account }) => account + 1));
  const value = areaOf(sorted, null);
  const drawn = Array.from({ length: value === null ? 0 : resamples }, () =>
    areaOf(sorted, drawBootstrapCounts(accounts, random)),
  );
  const interval = percentileInterval(drawn.filter((area) => area !== null));
  return {
    count: null,
    of: guesses.length,
    value,
    interval: interval === null ? null : [interval[0], interval[1]],
  };
}

function areaOf(sorted: readonly MembershipGuess[], weightOf: Uint32Array | null): number | null {
  let members = 0;
  let others = 0;
  let above = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    let tiedMembers = 0;
    let tiedOthers = 0;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) {
      const guess = sorted[end++];
      const weight = weightOf === null ? 1 : (weightOf[guess?.account ?? 0] ?? 0);
      if (guess?.isMember === true) tiedMembers += weight;
      else tiedOthers += weight;
    }
    above += tiedMembers * (others + tiedOthers / 2);
    members += tiedMembers;
    others += tiedOthers;
    start = end;
  }
  return members === 0 || others === 0 ? null : above / (members * others);
}
