import { sha256 } from "@observatory/core";
import { createHashSet } from "../import/conversion/hash-set.ts";

/** Counts of values in bounded memory, with the account as the unit. */
export interface FrequentValues {
  /** Counts once however often the account has the value. */
  add(account: string, value: string): void;
  /** Those that most accounts have first; equal ones in code-point order. */
  list(): string[];
}

/** More values of one account are not counted, so that nobody can drive out what others have. */
const mostOfAccount = 30;

/**
 * Keeps the frequent values of a stream in memory for `limit` of them (Misra and Gries, Science of Computer Programming 2,
 * 1982): every value with more than its `limit`th part of the stream is kept, and where there are no more than `limit` values
 * all are kept with their exact counts. Beside them 32 to 64 bytes for each value that an account has.
 */
export function createFrequentValues(limit = 20_000): FrequentValues {
  const counts = new Map<string, number>();
  const isNewOf = createAccountValues();
  return {
    add(account, value) {
      if (!isNewOf(account, value)) return;
      const known = counts.get(value);
      if (known !== undefined || counts.size < limit) {
        counts.set(value, (known ?? 0) + 1);
        return;
      }
      // The newcomer and one of every other go together, so that a pass is paid for by what was added before.
      for (const [other, count] of counts) {
        if (count === 1) counts.delete(other);
        else counts.set(other, count - 1);
      }
    },
    list: () => [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([value]) => value),
  };
}

/** Tells whether a value is one of the first 30 of its account and comes for the first time. */
function createAccountValues(): (account: string, value: string) => boolean {
  const pairs = createHashSet();
  const places = createHashSet();
  return (account, value) => {
    const pair = hashOf(`${account}\n${value}`);
    if (pairs.has(pair)) return false;
    // Places are numbers as well, so that no account needs an entry of its own.
    const first = hashOf(account);
    for (let place = 0; place < mostOfAccount; place++) {
      if (places.add(first + place * 0x9e3779b9)) return pairs.add(pair);
    }
    return false;
  };
}

/** From 1 to 2^52. */
function hashOf(text: string): number {
  return Number.parseInt(sha256(text).slice(0, 13), 16) + 1;
}
