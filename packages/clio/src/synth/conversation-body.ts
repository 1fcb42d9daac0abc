import type { Conversation } from "../conversation.ts";

/** A conversation without its place in the corpus. */
export type ConversationBody = Omit<Conversation, "id" | "createdAt"> & {
  /** Where the moment is part of the plan, as in a burst; ISO 8601. */
  readonly createdAt?: string;
};
