import { UsageError } from "@observatory/core";
import type { PresetName } from "../names.ts";

/** What a cluster needs before anything of it may be shown. */
export interface Thresholds {
  /** Distinct conversations; near-duplicates of one account count once. */
  readonly minConversations: number;
  /** Distinct accounts. */
  readonly minAccounts: number;
  /** Published counts are multiples of this. */
  readonly roundTo: number;
}

/**
 * `explore` is for a team that looks at its own product; `public` holds the sizes with which Anthropic's Economic
 * Index publishes.
 */
export const presets = {
  explore: { minConversations: 10, minAccounts: 5, roundTo: 5 },
  public: { minConversations: 500, minAccounts: 250, roundTo: 10 },
} as const satisfies Record<PresetName, Thresholds>;

/**
 * What a cell of a cross-table needs, such as the Spanish conversations of a cluster, or those of one week. `public` is
 * what Anthropic's Economic Index shows cells with; its unit is smaller than that of its clusters, which are larger.
 */
export const cellPresets = {
  explore: { minConversations: 10, minAccounts: 5, roundTo: 5 },
  public: { minConversations: 15, minAccounts: 5, roundTo: 5 },
} as const satisfies Record<PresetName, Thresholds>;

/** What a word needs that no dictionary has, such as an invention. */
export interface UnknownWordRule {
  /** Accounts of a cluster, and their share of it. */
  readonly minAccounts: number;
  readonly minShareOfAccounts: number;
  /** Or accounts of a whole run: the word is then one of the language that they write, and counts as known. */
  readonly commonInRun: { readonly minAccounts: number; readonly minShareOfAccounts: number };
}

/**
 * `explore` asks for more accounts than an attacker of one target is assumed to have, `public` for more than all the 2,700
 * conversations that one is assumed to spread: nothing that he invents gets into what anybody may read. Smaller collections have
 * the reviewed glossary.
 */
export const unknownWordPresets = {
  explore: {
    minAccounts: 100,
    minShareOfAccounts: 0.1,
    commonInRun: { minAccounts: 100, minShareOfAccounts: 0.001 },
  },
  public: {
    minAccounts: 3000,
    minShareOfAccounts: 0.1,
    commonInRun: { minAccounts: 3000, minShareOfAccounts: 0.001 },
  },
} as const satisfies Record<PresetName, UnknownWordRule>;

/**
 * How many conversations of one account count toward a threshold of conversations: its even share of them where just enough
 * accounts are there. So nobody fills alone what others leave open.
 */
export function conversationsOfAccount({ minConversations, minAccounts }: Thresholds): number {
  return Math.ceil(minConversations / minAccounts);
}

export interface ThresholdOptions {
  readonly preset: PresetName;
  readonly minConversations?: number | undefined;
  readonly minAccounts?: number | undefined;
}

/** The thresholds of a preset with the caller's own numbers in place. Throws UsageError for numbers below 2. */
export function createThresholds(options: ThresholdOptions): Thresholds {
  return withOwnNumbers(presets[options.preset], options);
}

/**
 * The thresholds of cells. The caller's own numbers hold for cells as they do for clusters: who asks for clusters of at
 * least 40 wants no group of less to be seen.
 */
export function createCellThresholds(options: ThresholdOptions): Thresholds {
  return withOwnNumbers(cellPresets[options.preset], options);
}

function withOwnNumbers(preset: Thresholds, options: ThresholdOptions): Thresholds {
  const minConversations = options.minConversations ?? preset.minConversations;
  const minAccounts = options.minAccounts ?? preset.minAccounts;
  // A unit above the least count could turn a shown cluster into none.
  const thresholds = {
    minConversations,
    minAccounts,
    roundTo: Math.min(preset.roundTo, minConversations, minAccounts),
  };
  for (const [name, value] of Object.entries(thresholds)) {
    if (!Number.isInteger(value) || value < 2) {
      throw new UsageError(`${name} is ${value}, but a group that hides anyone has at least 2 members`, {
        hint: "Give a whole number of at least 2, or leave the flag out to use the preset's.",
      });
    }
  }
  return thresholds;
}
