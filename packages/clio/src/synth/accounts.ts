import { createRandom, type Random } from "@observatory/core";
import type { SynthLanguage } from "./findings.ts";
import type { TopicPicker } from "./topic-picker.ts";

/** How an account writes. */
export type Register = "plain" | "polite" | "terse" | "chatty" | "frustrated" | "sloppy";

export interface Account {
  readonly id: string;
  readonly rank: number;
  readonly language: SynthLanguage;
  readonly register: Register;
  /** Two to four topics, as positions in the corpus. */
  readonly favourites: readonly number[];
  /** Sends the same few requests again and again with tiny edits. */
  readonly repeats: boolean;
}

export interface AccountBook {
  /** How many ordinary accounts there can be; plants take ranks from here on. */
  readonly size: number;
  /** The rank of the account of one conversation: few accounts talk a lot, most once to three times. */
  pickRank(random: Random): number;
  /** Everything about an account; depends on the seed and the rank alone. */
  accountOf(rank: number): Account;
}

const registers: readonly Register[] = [
  "plain",
  "plain",
  "plain",
  "plain",
  "plain",
  "polite",
  "polite",
  "terse",
  "terse",
  "terse",
  "chatty",
  "chatty",
  "frustrated",
  "sloppy",
  "sloppy",
  "sloppy",
];

/** The most active accounts are kept, the rest made anew each time. */
const remembered = 4096;

/**
 * Accounts of a corpus of `conversations`. Activity falls with rank r as (r + 5)^-0.8, so in 20,000
 * conversations the most active account has about 200 and the median account one or two.
 */
export function createAccountBook(
  seed: number,
  conversations: number,
  languages: readonly (readonly [SynthLanguage, number])[],
  picker: TopicPicker,
): AccountBook {
  const size = Math.max(20, Math.round(conversations * 0.55));
  const recent = new Map<number, Account>();
  const offset = 5;
  const power = 0.2;
  const low = offset ** power;
  const high = (size + offset) ** power;
  return {
    size,
    pickRank: (random) => {
      const rank = (low + random.next() * (high - low)) ** (1 / power) - offset;
      return Math.min(size - 1, Math.max(0, Math.floor(rank)));
    },
    accountOf: (rank) => {
      const known = recent.get(rank);
      if (known !== undefined) return known;
      const random = createRandom(`${seed}/account/${rank}`);
      const language = pickWeighted(random, languages);
      const register = random.pick(registers);
      const repeats = random.next() < 0.025;
      const favourites = Array.from({ length: 2 + random.integer(3) }, () =>
        picker.pick(random, language, null),
      );
      const account = { id: accountId(rank), rank, language, register, favourites, repeats };
      if (rank < remembered) recent.set(rank, account);
      return account;
    },
  };
}

/** `acct-` and at least six digits that do not tell the rank; different for different ranks. */
export function accountId(rank: number): string {
  const range = rank < 1_000_000 ? 1_000_000 : 1_000_000_000;
  const mixed = (BigInt(rank) * 700_001n + 137_913n) % BigInt(range);
  return `acct-${mixed.toString().padStart(range === 1_000_000 ? 6 : 9, "0")}`;
}

/** One key of a table of weights. */
export function pickWeighted<T>(random: Random, table: readonly (readonly [T, number])[]): T {
  let total = 0;
  for (const [, weight] of table) total += weight;
  let left = random.next() * total;
  let last: T | undefined;
  for (const [key, weight] of table) {
    last = key;
    left -= weight;
    if (left < 0) return key;
  }
  if (last === undefined) throw new RangeError("cannot pick from an empty table");
  return last;
}
