import { defineColumns, json, type RowOf } from "@observatory/store";
import { z } from "zod";
import type { Json } from "@observatory/core";
import type { OwnValues } from "../facets/own/own-facet.ts";
import type { Message } from "../conversation.ts";

const messageSchema = z.object({
  role: z.enum(["system", "user", "assistant", "tool"]),
  content: z.string(),
});

/** `private/import-<key>`: one row a conversation, in input order. */
export const conversationColumns = defineColumns({
  id: "text",
  account: "text?",
  createdAt: "text?",
  language: "text?",
  model: "text?",
  messages: json<readonly Message[]>(z.array(messageSchema)),
  labels: json<Readonly<Record<string, Json>>>(z.record(z.string(), z.json())),
});

/** `private/screen-<key>`: row i belongs to row i of the conversations. */
export const screenColumns = defineColumns({
  keep: "boolean",
  /** In the first row of a shard, how many first answers of a model did not fit in it. */
  retried: "integer",
  /** In the first row of a shard, for how many the second did not fit either, so that a rule decided. */
  byRule: "integer",
});

/**
 * `private/facets-<key>`: one row for each request of each conversation that the analyst could read; the requests of a
 * conversation follow one another, the weightiest first.
 */
export const facetColumns = defineColumns({
  id: "text",
  account: "text?",
  createdAt: "text?",
  /** Equal for near-duplicates. */
  duplicateKey: "text",
  /** Counts the requests of a conversation from 0. */
  part: "integer",
  /** Thousandths of the conversation that this request takes; they sum to 1,000. */
  weight: "integer",
  request: "text",
  task: "text",
  languages: json(z.array(z.string())),
  concern: "integer",
  turns: "integer",
  length: "integer",
  /** Values of the user's own facets by name, the same in each row of a conversation. */
  own: json<OwnValues>(z.record(z.string(), z.union([z.string(), z.array(z.string()), z.number()]))),
  /** 1 in the first row of a conversation for which the first answer of a model did not fit. */
  retried: "integer",
  /** 1 in the first row of a conversation for which the second did not fit either, so that words were counted instead. */
  byRule: "integer",
});

/** `private/duplicates-<key>/copies`: row i belongs to row i of the conversations. Groups go by the row of their first member. */
export const copyColumns = defineColumns({
  id: "text",
  /** Of the conversations that tell the same again. */
  twin: "integer",
  /** Of those, of conversations that are alike, and of those that share a passage. */
  copies: "integer",
});

/**
 * `private/cluster-<key>/bases` and `private/hierarchy-<key>/level-<l>`: row i belongs to row i of the facets. `first`
 * is true for the first telling, `group` is the number of its cluster among those of the level, -1 where it has no value
 * of the clustered facet.
 */
export const groupColumns = defineColumns({
  first: "boolean",
  group: "integer",
  /** Equal for copies of other accounts' conversations; -1 of what nobody else has. */
  copies: "integer",
  /** Whether the account has the history that is asked of one that counts. */
  settled: "boolean",
});

export type FacetRow = RowOf<typeof facetColumns>;
