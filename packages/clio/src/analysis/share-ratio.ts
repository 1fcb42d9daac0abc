/** What is published of a part of the conversations, and of them all. */
export interface PublishedShare {
  readonly conversations: number;
  readonly accounts: number;
  readonly totals: { readonly conversations: number; readonly accounts: number };
  /** The unit to which counts are rounded. */
  readonly roundTo: number;
}

/** The later share to the earlier one. */
export interface ShareRatio {
  /** Natural logarithm. */
  readonly log: number;
  /** Of the logarithm. */
  readonly standardError: number;
}

/**
 * How many times as large the later share is, from published numbers alone; null where one of them is none.
 *
 * The account is the unit. How many conversations each account has in a cluster is not published, but their mean is; taken
 * for geometric, `a` accounts with `m` each on average know a share as well as `a / (2 - 1 / m)` accounts with one each
 * would. A rounded count is off by up to half its unit, evenly. Accounts that are in both releases are taken for two.
 */
export function shareRatio(before: PublishedShare, after: PublishedShare): ShareRatio | null {
  const log = Math.log(shareOf(after) / shareOf(before));
  if (!Number.isFinite(log)) return null;
  return { log, standardError: Math.sqrt(varianceOf(before) + varianceOf(after)) };
}

function shareOf({ conversations, totals }: PublishedShare): number {
  return conversations / totals.conversations;
}

function varianceOf({ conversations, accounts, totals, roundTo }: PublishedShare): number {
  const inside = Math.max(1, Math.min(accounts, conversations));
  const crowding = 2 - inside / conversations;
  const sampling = crowding * Math.max(0, 1 / inside - 1 / Math.max(inside, totals.accounts));
  const rounding = roundTo ** 2 / 12 / conversations ** 2;
  return sampling + rounding;
}
