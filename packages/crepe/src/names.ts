// Names that a command line offers, without loading the instrument.

/** The kinds of sets that can be generated. */
export const setNames = ["productivity", "systematicity", "pairs"] as const;
export type SetName = (typeof setNames)[number];

/**
 * What equal scores are worth: `expected`, the mean over all orders of what is equal; `optimistic`, the true caption
 * first; `pessimistic`, last.
 */
export const tiePolicies = ["expected", "optimistic", "pessimistic"] as const;
export type TiePolicy = (typeof tiePolicies)[number];
