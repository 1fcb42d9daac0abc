import type { Conversation } from "../../conversation.ts";
import { findNames } from "./find-names.ts";
import { redact } from "./redact.ts";

/** Version of the rules: part of the keys of all that reads redacted text. */
export const redactionVersion = 2;

/** Of a very long message; names are looked for in its start. */
const longestLook = 20_000;

/**
 * A conversation with personal data replaced in every message, whoever wrote it: names that one message gives away are
 * replaced in all. Labels and all else stay as they are; whoever sees the result sees no account either.
 */
export function redactConversation(conversation: Conversation): Conversation {
  const names = [
    ...new Set(conversation.messages.flatMap(({ content }) => findNames(content.slice(0, longestLook)))),
  ];
  const messages = conversation.messages.map(({ role, content }) => ({
    role,
    content: redact(content, { names }).text,
  }));
  return { ...conversation, messages };
}
