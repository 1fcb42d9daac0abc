// Names that a command line offers, without loading the instrument.

/** The kinds of sets that can be generated. */
export const setNames = ["productivity", "systematicity", "pairs"] as const;
export type SetName = (typeof setNames)[number];
