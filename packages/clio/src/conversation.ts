import type { Json } from "@observatory/core";

export type Role = "system" | "user" | "assistant" | "tool";

export interface Message {
  readonly role: Role;
  readonly content: string;
}

/** One conversation as every importer delivers it. Private: nothing of it may reach a release, an event or an error. */
export interface Conversation {
  /** Unique within a run; importers make a repeated id unique and count it as repaired. */
  readonly id: string;
  /** The unit of privacy; null where the source has none, and then the conversation counts as an account of its own. */
  readonly account: string | null;
  /** ISO 8601 in UTC. */
  readonly createdAt: string | null;
  /** ISO 639-1 code that the source states; facets detect their own. */
  readonly language: string | null;
  readonly model: string | null;
  /** At least one, at least one of them by the user. */
  readonly messages: readonly Message[];
  /** Whatever the source joins: ground truth, classifier scores, plan, country. */
  readonly labels: Readonly<Record<string, Json>>;
}
