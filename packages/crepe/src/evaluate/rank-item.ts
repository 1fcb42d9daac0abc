import { toStandingWithin, type Standing } from "../blind/first-place.ts";
import type { ResultRow, TiePolicy, Ties } from "./results.ts";

/** Where the true caption of one row comes. */
export interface ItemRank extends Standing {
  readonly rank: number;
  /** The share of orders of what is equal in which it is first, and among the first three: 0 to 1. */
  readonly hitAt1: number;
  readonly hitAt3: number;
}

/**
 * Ranks the true caption among its negatives. Under `expected` its rank is the mean, and a hit the share, over all orders
 * of the captions whose scores equal its own.
 */
export function rankItem(
  { positive, negatives }: Pick<ResultRow, "positive" | "negatives">,
  ties: Ties,
): ItemRank {
  const standing = toStandingWithin(ties.tolerance, [positive, ...negatives]);
  return {
    ...standing,
    rank: rankOf(standing, ties.policy),
    hitAt1: hitAt(1, standing, ties.policy),
    hitAt3: hitAt(3, standing, ties.policy),
  };
}

function rankOf({ above, tied }: Standing, policy: TiePolicy): number {
  switch (policy) {
    case "expected":
      return above + 1 + tied / 2;
    case "optimistic":
      return above + 1;
    case "pessimistic":
      return above + 1 + tied;
    default:
      return policy satisfies never;
  }
}

function hitAt(k: number, standing: Standing, policy: TiePolicy): number {
  if (policy !== "expected") return rankOf(standing, policy) <= k ? 1 : 0;
  return Math.min(1, Math.max(0, (k - standing.above) / (standing.tied + 1)));
}
