import { sha256 } from "@observatory/core";
import { roundByKey } from "./round-by-key.ts";

/** How counts of accounts of one cluster become counts that hardly tell of one account. */
export interface SupportNoise {
  /** Counts below this are never told: the support rule. */
  readonly least: number;
  /** Told counts are multiples of this; one account changes one with a chance of one in `unit`. */
  readonly unit: number;
  /** Draws depend on it: known to nobody outside. */
  readonly key: string;
}

/**
 * The unit for a cluster of so many accounts: a quarter of them, at most 80, and in clusters of more than 1,600 accounts a
 * twentieth. What a quarter of the accounts say is then told for certain, and one account changes what is told of a phrase with
 * a chance of at most 1.6 % from 250 accounts on, more in smaller clusters: 5 % at 60.
 */
export function noiseUnit(accounts: number): number {
  // By steps, so that the unit does not tell the number of accounts.
  const about = 20 * Math.ceil(accounts / 20);
  return Math.ceil(Math.max(about / 20, Math.min(about / 4, 80)));
}

/**
 * A count of accounts as it may be told to somebody who obeys an attacker: null where it stays untold, else a multiple of the
 * unit, right on average but for `least - 1`.
 *
 * A fixed threshold would be an oracle: an attacker brings a word to one account under it and sees whether the target crossed it.
 * Here the count above the threshold is rounded up or down by a secret draw, and a count rounded to nothing is not told. Another
 * account changes the outcome for one draw in `unit`, whatever the count is; so two inputs that differ in one account which says
 * K of the phrases differ in what is told with a chance of at most K / unit, and so does all that is made of it alone, such as a
 * model's answer.
 */
export function tellSupport(
  count: number,
  phrase: string,
  { least, unit, key }: SupportNoise,
): number | null {
  if (count < least) return null;
  const told = roundByKey(count - least + 1, unit, `${key}\n${phrase}`);
  return told === 0 ? null : told;
}

/** How many accounts there are for certain behind a told count. */
export function leastBehind(told: number, { least, unit }: Omit<SupportNoise, "key">): number {
  return Math.max(least, told - unit + least);
}

/** A key of what all accounts of a cluster say, whatever their order; nobody knows it who does not know every text. */
export function noiseKey(texts: Iterable<string>): string {
  return sha256(
    [...texts]
      .map((text) => sha256(text))
      .toSorted()
      .join(""),
  );
}
