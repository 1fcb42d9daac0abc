import { defineColumns, json, type Columns, type RowOf } from "@observatory/store";
import { z } from "zod";
import type { Json } from "@observatory/core";
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

/** `private/facets-<key>`: one row for each conversation that the analyst could read. */
export const facetColumns = defineColumns({
  id: "text",
  account: "text?",
  createdAt: "text?",
  /** Equal for near-duplicates. */
  duplicateKey: "text",
  request: "text",
  task: "text",
  languages: json(z.array(z.string())),
  concern: "integer",
  turns: "integer",
  length: "integer",
});

/**
 * `private/cluster-<key>/assignments`: row i belongs to row i of the facets. `level<l>` is the index of the node that
 * holds the conversation at level l.
 */
export function toAssignmentColumns(levels: number): AssignmentColumns {
  const perLevel = Object.fromEntries(
    Array.from({ length: levels }, (_, level) => [`level${level}` as const, "integer" as const]),
  );
  return defineColumns({ first: "boolean", base: "integer", ...perLevel });
}

export interface AssignmentColumns extends Columns {
  readonly first: "boolean";
  readonly base: "integer";
  readonly [level: `level${number}`]: "integer";
}

export type FacetRow = RowOf<typeof facetColumns>;
