import type { Conversation, Message, Role } from "../conversation.ts";

/** A conversation for tests, of which only what was said matters. */
export function createConversation(...messages: readonly (readonly [Role, string])[]): Conversation {
  return {
    id: "c",
    account: null,
    createdAt: null,
    language: null,
    model: null,
    labels: {},
    messages: messages.map(([role, content]): Message => ({ role, content })),
  };
}
