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

/** What the told counts of one cluster may tell of one account at most, as a chance. */
export const mostTold = 0.03;
/** Phrases that an account brings to a list at least: the unit is what gives way to it. */
const leastPhrases = 2;
/** The least unit that keeps the bound. */
const safeUnit = Math.ceil(leastPhrases / mostTold);

/** Of how many counted accounts on a cluster keeps the bound of `mostTold` whatever the preset. */
export const boundedFrom = 250;

/**
 * The unit for a cluster of so many accounts: 67, and in clusters of more than 1,340 accounts a twentieth of them. What one account
 * tells is then bounded by `mostTold`. Unless the bound is asked for everywhere, clusters of less than 250 accounts have a smaller
 * unit, about a quarter of them, so that something is told of them at all: of 100 accounts 8 %, of 60 13 %.
 */
export function noiseUnit(accounts: number, boundEverywhere = false): number {
  // By steps, so that the unit does not tell the number of accounts.
  const about = 20 * Math.ceil(accounts / 20);
  const least = boundEverywhere ? safeUnit : Math.min(safeUnit, Math.ceil((4 * about) / 15));
  return Math.max(least, Math.ceil(about / 20));
}

/** How many phrases one account brings to the list of a cluster with this unit: two, and more in large clusters. */
export function phrasesOfAccount(unit: number): number {
  return Math.max(leastPhrases, Math.floor(mostTold * unit));
}

/**
 * A count of accounts as it may be told to somebody who obeys an attacker: null where it stays untold, else a multiple of the
 * unit, right on average but for `least - 1`.
 *
 * A fixed threshold would be an oracle: an attacker brings a word to one account under it and sees whether the target crossed it.
 * Here the count above the threshold is rounded up or down by a secret draw, and a count rounded to nothing is not told. Another
 * account changes the outcome for one draw in `unit`, whatever the count is; so two inputs of which one has another account that brings
 * P phrases differ in what is told with a chance of at most P / unit, and so does all that is made of it alone, such as a
 * model's answer. What an account brings has to be bounded before: see `phrasesOfAccount`.
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
