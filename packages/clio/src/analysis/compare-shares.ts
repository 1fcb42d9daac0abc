import { normalQuantile, normalTail } from "@observatory/numerics";

/** Published counts of a part in two wholes that share nothing. */
export interface TwoShares {
  readonly part: number;
  readonly whole: number;
  readonly otherPart: number;
  readonly otherWhole: number;
  /** Conversations to accounts where the part is: how many one account stands for. */
  readonly perAccount: number;
  /** The same where the other part is. */
  readonly otherPerAccount: number;
  /** Units that parts and wholes were rounded to. */
  readonly partUnit: number;
  readonly wholeUnit: number;
}

export interface ShareComparison {
  /** Of the first share to the other; null where the other is nothing. */
  readonly ratio: number | null;
  /** 95 %; null where the ratio is. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Of both shares being the same, two-sided. */
  readonly pValue: number;
}

const z95 = normalQuantile(0.975);

/**
 * How much larger a share is here than elsewhere. Null where there is nothing here, or no elsewhere.
 *
 * The account is the unit: variances are those of independent conversations, times how many conversations of the same part
 * the account of one of them has on average. That is not published, but their mean over accounts is; with sizes taken for
 * geometric it is twice the mean less one. Rounding adds its own variance (`unit^2 / 6` where it was drawn, `unit^2 / 12` to
 * the nearest). The interval is that of the log ratio (Katz et al., Biometrics 34, 1978). The p-value compares how the part
 * spreads over both wholes with how all spread, on the arcsine scale (Anscombe, Biometrika 35, 1948), which holds for
 * counts as small as 10 better than the interval does.
 */
export function compareShares(counts: TwoShares): ShareComparison | null {
  const { part, whole, otherPart, otherWhole } = counts;
  if (part <= 0 || whole <= 0 || otherPart < 0 || otherWhole <= 0) return null;
  const estimate = otherPart === 0 ? null : estimateRatio(counts);
  return { ratio: null, interval: null, ...estimate, pValue: testShares(counts) };
}

function estimateRatio(counts: TwoShares): Pick<ShareComparison, "ratio" | "interval"> {
  const { part, whole, otherPart, otherWhole } = counts;
  const { crowding, otherCrowding, drawn, nearest } = describeNoise(counts);
  const share = Math.min(1, part / whole);
  const otherShare = Math.min(1, otherPart / otherWhole);
  const ratio = part / whole / (otherPart / otherWhole);
  const variance =
    (crowding * (1 - share)) / part +
    (otherCrowding * (1 - otherShare)) / otherPart +
    drawn / part ** 2 +
    (2 * drawn) / otherPart ** 2 +
    nearest / whole ** 2 +
    nearest / otherWhole ** 2;
  const reach = Math.exp(z95 * Math.sqrt(variance));
  // With millions of conversations an account nothing can be said of shares.
  return Number.isFinite(ratio * reach)
    ? { ratio, interval: [ratio / reach, ratio * reach] }
    : { ratio: null, interval: null };
}

function testShares(counts: TwoShares): number {
  const { part, whole, otherPart, otherWhole } = counts;
  const { crowding, drawn, nearest } = describeNoise(counts);
  const parts = part + otherPart;
  const wholes = whole + otherWhole;
  const expected = whole / wholes;
  const slope = 4 * expected * (1 - expected);
  const spread =
    (crowding * Math.max(0, 1 - parts / wholes)) / (4 * parts) +
    (2 * drawn) / (slope * parts ** 2) +
    nearest / (slope * wholes ** 2);
  const distance = Math.asin(Math.sqrt(part / parts)) - Math.asin(Math.sqrt(expected));
  return spread === 0 ? 1 : Math.min(1, 2 * normalTail(Math.abs(distance) / Math.sqrt(spread)));
}

/** By what accounts multiply variances, and what rounding adds. */
function describeNoise({ perAccount, otherPerAccount, partUnit, wholeUnit }: TwoShares) {
  return {
    crowding: Math.max(1, 2 * perAccount - 1),
    otherCrowding: Math.max(1, 2 * otherPerAccount - 1),
    drawn: partUnit ** 2 / 6,
    nearest: wholeUnit ** 2 / 12,
  };
}

/** Conversations to accounts over many parts together: steadier than each alone, where accounts are few. At least 1. */
export function poolPerAccount(
  parts: readonly { readonly conversations: number; readonly accounts: number }[],
): number {
  const conversations = parts.reduce((sum, part) => sum + part.conversations, 0);
  const accounts = parts.reduce((sum, part) => sum + part.accounts, 0);
  return accounts === 0 ? 1 : Math.max(1, conversations / accounts);
}
