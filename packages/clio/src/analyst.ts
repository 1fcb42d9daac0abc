import type { CallOptions, Outcome } from "@observatory/core";
import type { Conversation } from "./conversation.ts";
import type { SummaryFacet } from "./names.ts";

/** What an analyst reads off one conversation. Private. */
export interface Facets {
  /** The user's overall request: short, cleaned, personal data removed. */
  readonly request: string;
  /** What the model is asked to do: short, cleaned, personal data removed. */
  readonly task: string;
  /** Full English names of the human languages in or after the first user turn, most used first; may be empty. */
  readonly languages: readonly string[];
  /** 1 benign .. 5 immediate review. */
  readonly concern: 1 | 2 | 3 | 4 | 5;
  /** Number of user messages. */
  readonly turns: number;
  /** Characters (UTF-16 code units) of all messages. */
  readonly length: number;
}

export interface ClusterToName {
  /** Summaries of members in random order, at most one an account. */
  readonly members: readonly string[];
  /** The nearest summaries outside, nearest first, at most one an account: the contrast. */
  readonly outsiders: readonly string[];
  /** Names of the children; empty for a base cluster. */
  readonly children: readonly string[];
  /** Tells whether enough accounts of this cluster support every word of a text (the support rule). */
  readonly supports: (text: string) => boolean;
}

export interface ClusterName {
  /** At most ten words, specific; for requests an imperative sentence without a full stop. */
  readonly name: string;
  /** At most two sentences. */
  readonly description: string;
}

/** Reads conversations and writes facets, names and ratings. */
export interface Analyst {
  /** Part of every key: `lexical@1` or `<provider>/<model>@<prompt version>`. */
  readonly id: string;
  /** How many members of a cluster `nameClusters` wants to see at most. */
  readonly membersShown: number;
  /** How many nearest outsiders of a cluster `nameClusters` wants to see at most. */
  readonly outsidersShown: number;
  /** One outcome per conversation, in input order. */
  extractFacets(
    conversations: readonly Conversation[],
    options?: CallOptions,
  ): Promise<readonly Outcome<Facets>[]>;
  /**
   * Proposals for each cluster of one level, best first; the first that passes the privacy rules is published.
   * The whole level comes at once so that names can be told apart.
   */
  nameClusters(
    clusters: readonly ClusterToName[],
    options?: CallOptions & { readonly facet: SummaryFacet },
  ): Promise<readonly (readonly ClusterName[])[]>;
  close(): Promise<void>;
}
