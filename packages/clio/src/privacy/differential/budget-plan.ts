import { UsageError } from "@observatory/core";
import { rationalAtLeast, toNumber, type Rational } from "./rational.ts";
import { rhoOfBudget } from "./zcdp.ts";

/** What the budget is split among, in the order in which noise is drawn. */
export const budgetParts = [
  "accounts",
  "anchors",
  "centroids",
  "sizes",
  "vocabulary",
  "words",
  "pairs",
] as const;
export type BudgetPart = (typeof budgetParts)[number];

/** Share of rho of each part; found on the shipped synthetic corpus, whose people do not exist. */
const shares: Readonly<Record<BudgetPart, number>> = {
  accounts: 0.01,
  anchors: 0.08,
  centroids: 0.26,
  sizes: 0.08,
  vocabulary: 0.1,
  words: 0.36,
  pairs: 0.11,
};

/** Everything that is decided before data is looked at. */
export interface BudgetPlan {
  readonly epsilon: number;
  readonly delta: number;
  /** Of all parts together, in zero-concentrated differential privacy. */
  readonly rho: number;
  readonly rhoOf: Readonly<Record<BudgetPart, number>>;
  readonly bounds: ContributionBounds;
}

/** How much of an account is looked at. */
export interface ContributionBounds {
  /** Conversations of an account at most; so it is in so many clusters at most. */
  readonly conversations: number;
  /** Different words that an account says of the whole at most. */
  readonly vocabulary: number;
  /** Words that an account says of a cluster at most. */
  readonly words: number;
  /** Pairs of words that an account says of a cluster at most. */
  readonly pairs: number;
}

export const defaultBounds: ContributionBounds = { conversations: 4, vocabulary: 8, words: 2, pairs: 1 };
export const defaultDelta = 1e-6;
/** Above this the guarantee says hardly anything. */
export const largestUsualEpsilon = 20;

/** Turns an epsilon and a delta into what each part may cost. Throws UsageError for numbers that promise nothing. */
export function planBudget(
  { epsilon, delta = defaultDelta }: { readonly epsilon: number; readonly delta?: number | undefined },
  bounds: ContributionBounds = defaultBounds,
): BudgetPlan {
  if (!Number.isFinite(epsilon) || epsilon <= 0) {
    throw new UsageError(`epsilon is ${epsilon}, and must be a number above 0`, {
      hint: "Smaller protects more: 1 is strict, 8 is lenient.",
    });
  }
  if (!(delta > 0 && delta <= 1e-3)) {
    throw new UsageError(`delta is ${delta}, and must be above 0 and at most 0.001`, {
      hint: "It is the chance that the guarantee fails: well under one by the number of accounts.",
    });
  }
  // A little less than what it pays for, since the parts are rounded as they are summed.
  const rho = rhoOfBudget(epsilon, delta) * (1 - 1e-9);
  const rhoOf = { ...shares };
  for (const part of budgetParts) rhoOf[part] = shares[part] * rho;
  return { epsilon, delta, rho, rhoOf, bounds };
}

/**
 * The variance of discrete Gaussian noise that costs at most rho on whole numbers that one account changes by at most
 * the square root of `sensitivitySquared` in Euclidean length.
 */
export function varianceFor(rho: number, sensitivitySquared: number): Rational {
  return rationalAtLeast((sensitivitySquared / (2 * rho)) * (1 + 1e-12));
}

/** The standard deviation of that noise, to judge by what is significant. */
export function deviationOf(variance: Rational): number {
  return Math.sqrt(toNumber(variance));
}
