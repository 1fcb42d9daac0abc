import type { Facets } from "../analyst.ts";
import type { Conversation } from "../conversation.ts";

/** The facets that are counted: user messages, and characters (UTF-16 code units) of all messages. */
export function measureConversation({ messages }: Conversation): Pick<Facets, "turns" | "length"> {
  return {
    turns: messages.filter(({ role }) => role === "user").length,
    length: messages.reduce((sum, { content }) => sum + content.length, 0),
  };
}
