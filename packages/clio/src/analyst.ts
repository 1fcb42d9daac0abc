import type { CallOptions, Outcome } from "@observatory/core";
import type { Conversation } from "./conversation.ts";
import type { ClusteredFacet, OwnFacet, OwnValues } from "./facets/own/own-facet.ts";
import type { NamingMode } from "./names.ts";
import type { PhraseMaterial } from "./naming/phrases/select-phrases.ts";

/** One thing that a user wanted in a conversation. Private. */
export interface RequestFacet {
  /** The user's request: short, cleaned, personal data removed. */
  readonly request: string;
  /** What the model is asked to do: short, cleaned, personal data removed. */
  readonly task: string;
  /** Share of the conversation that it takes, above 0; the weights of a conversation sum to 1. */
  readonly weight: number;
}

/** What an analyst reads off one conversation. Private. */
export interface Facets {
  /** At least one, the weightiest first. */
  readonly requests: readonly RequestFacet[];
  /** Full English names of the human languages in or after the first user turn, most used first; may be empty. */
  readonly languages: readonly string[];
  /** 1 benign .. 5 immediate review. */
  readonly concern: 1 | 2 | 3 | 4 | 5;
  /** Number of user messages. */
  readonly turns: number;
  /** Characters (UTF-16 code units) of all messages. */
  readonly length: number;
  /** Values of the user's own facets; what no answer fits for is not there. Absent where none were asked for. */
  readonly own?: OwnValues;
  /** How the facets came about; absent where no model was asked. */
  readonly reading?: Reading;
}

/** Why an answer of a model could not be used. */
export const misfitReasons = [
  "not-json",
  "schema",
  "refusal",
  "cut",
  "off-list",
  "too-long",
  "filtered",
] as const;
export type MisfitReason = (typeof misfitReasons)[number];

/** How an answer of a model was had. */
export interface Reading {
  /** Why the first answer did not fit; null where it did. */
  readonly firstMisfit: MisfitReason | null;
  /** Why the second did not fit either, so that a rule decided; null where a model's answer was taken. */
  readonly secondMisfit: MisfitReason | null;
}

export interface ClusterToName {
  /** Summaries of members in random order, at most one an account. */
  readonly members: readonly string[];
  /** For each member whether it is of the first or the second half of the accounts; the halves share no account. */
  readonly halves: readonly (0 | 1)[];
  /** The nearest summaries outside, nearest first, at most one an account: the contrast. */
  readonly outsiders: readonly string[];
  /** Names of the children; empty for a base cluster. */
  readonly children: readonly string[];
  /** Key phrases to name it by; where they are given a model is shown these and no summary. Null where it may see summaries. */
  readonly phrases: PhraseMaterial | null;
  /** Tells whether enough accounts of this cluster support every word of a text (the support rule). */
  readonly supports: (text: string) => boolean;
  /** Words of a text that the support rule does not let pass. */
  readonly unsupported: (text: string) => readonly string[];
}

/** What naming by rules needs of a cluster. */
export type ClusterToNameLexically = Pick<ClusterToName, "members" | "outsiders" | "children" | "supports">;

export interface ClusterName {
  /** At most ten words, specific; for requests an imperative sentence without a full stop. */
  readonly name: string;
  /** At most two sentences. */
  readonly description: string;
  /** Who wrote it; by rule where it is not said. */
  readonly source?: "model" | "rule";
}

/** Told of every answer that did not fit: the first was asked again, the second was replaced by a rule. */
export type MisfitSink = (misfit: { readonly reason: MisfitReason; readonly attempt: 1 | 2 }) => void;

export interface AnalystCallOptions extends CallOptions {
  /** What the calls are for; `usageOf` sums by it. */
  readonly purpose?: string;
  /** Called as items of the call are finished, with their number so far. */
  readonly onProgress?: (done: number) => void;
  readonly onMisfit?: MisfitSink;
}

/** What calls to models took, those that an earlier attempt or another run has paid included. */
export interface AnalystUsage {
  readonly calls: number;
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number;
  /** Calls that were answered from the journal, paid for another purpose. Not part of the numbers above. */
  readonly reusedCalls: number;
}

/** A neighbourhood of clusters to find broader names for. */
export interface Neighbourhood {
  readonly clusters: readonly ClusterName[];
  /** The nearest clusters outside: the contrast. */
  readonly outside: readonly ClusterName[];
  /** How many broader names are wanted. */
  readonly wanted: CountRange;
}

export interface CountRange {
  readonly least: number;
  readonly most: number;
}

/** Builds levels of a hierarchy from names (section G.7 of the Clio paper's appendix). */
export interface HierarchyAnalyst {
  /** Broader names for each neighbourhood; an empty list where two answers did not fit. */
  proposeParents(
    neighbourhoods: readonly Neighbourhood[],
    options?: AnalystCallOptions & { readonly facet: ClusteredFacet },
  ): Promise<readonly (readonly string[])[]>;
  /** One list of distinct names out of all proposals of a level; null where two answers did not fit. */
  deduplicateParents(
    proposals: readonly string[],
    options: AnalystCallOptions & { readonly facet: ClusteredFacet; readonly wanted: CountRange },
  ): Promise<readonly string[] | null>;
  /**
   * For each child the index of its parent in `parents`, or null where two answers were off the list. Each call
   * lists all parents in an order of its own, drawn from `seed` and the child.
   */
  assignParents(
    children: readonly ClusterName[],
    parents: readonly string[],
    options: AnalystCallOptions & { readonly facet: ClusteredFacet; readonly seed: number },
  ): Promise<readonly (number | null)[]>;
}

/** 1: tells of an individual .. 5: fully private; 3 and more may be shown (section D of the Clio paper's appendix). */
export type AuditRating = 1 | 2 | 3 | 4 | 5;

/** What each kind of work depends on besides its input: part of the key of its stage. */
export interface AnalystKeys {
  readonly screen: string;
  readonly facets: string;
  readonly names: string;
  readonly hierarchy: string;
  readonly audit: string;
}

/** Reads conversations and writes facets, names, parents and ratings. */
export interface Analyst {
  /** Who did the work, for people: `lexical@1` or `<provider>/<model>@<prompt version>`. */
  readonly id: string;
  readonly keys: AnalystKeys;
  /** How many members of a cluster `nameClusters` wants to see at most. */
  readonly membersShown: number;
  /** How many nearest outsiders of a cluster `nameClusters` wants to see at most. */
  readonly outsidersShown: number;
  /**
   * What clusters are named from: by a model from summaries of members or from key phrases, or by rules. With `phrases`
   * `nameClusters` gets no summary of anybody.
   */
  readonly naming: NamingMode | "rules";
  /** True where a word is published only if both of two account-disjoint halves of its cluster support it. */
  readonly splitHalves: boolean;
  /** Facets of the user's own that `extractFacets` reads besides; absent where there are none. */
  readonly ownFacets?: readonly OwnFacet[];
  /** One outcome per conversation, in input order: whether it is to be kept. Absent where nobody can answer questions. */
  screen?(
    conversations: readonly Conversation[],
    options: AnalystCallOptions & { readonly question: string },
  ): Promise<readonly Outcome<boolean>[]>;
  /** One outcome per conversation, in input order. */
  extractFacets(
    conversations: readonly Conversation[],
    options?: AnalystCallOptions,
  ): Promise<readonly Outcome<Facets>[]>;
  /**
   * Proposals for each cluster of one level, best first; the first that passes the privacy rules is published.
   * The whole level comes at once so that names can be told apart.
   */
  nameClusters(
    clusters: readonly ClusterToName[],
    options?: AnalystCallOptions & { readonly facet: ClusteredFacet },
  ): Promise<readonly (readonly ClusterName[])[]>;
  /** Absent where the tree is built by Ward's method alone. */
  readonly hierarchy?: HierarchyAnalyst;
  /** How private each name and description is; null where two answers did not fit. Absent where there is no auditor. */
  audit?(
    names: readonly ClusterName[],
    options?: AnalystCallOptions,
  ): Promise<readonly (AuditRating | null)[]>;
  /** What the calls for a purpose took. Absent where none are made. */
  usageOf?(purpose: string): Promise<AnalystUsage>;
  close(): Promise<void>;
}
