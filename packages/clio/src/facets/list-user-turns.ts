import type { Conversation } from "../conversation.ts";

const longestStart = 2000;
const longestEnd = 800;
const mostTurns = 40;
const margin = 500;
const gap = "\n\n";

/**
 * What the user wrote, as far as facets are read from it: the first 40 turns that have visible text, of a very long one the
 * start and the end. Empty where there is none.
 */
export function listUserTurns(conversation: Conversation): readonly string[] {
  return listTurns(conversation, 0);
}

/**
 * The same, redacted before what is very long is cut, so that no cut leaves a piece of personal data that nothing knows
 * any more: `redact` sees the turn with a margin around each cut.
 */
export function listRedactedUserTurns(
  conversation: Conversation,
  redact: (turn: string) => string,
): readonly string[] {
  return listTurns(conversation, margin).map((turn) => toEnds(redact(turn), 0));
}

function listTurns(conversation: Conversation, more: number): readonly string[] {
  return conversation.messages
    .filter(({ role }) => role === "user")
    .slice(0, mostTurns)
    .map(({ content }) => toEnds(content, more))
    .filter((content) => /[^\s\p{C}]/u.test(content));
}

function toEnds(content: string, more: number): string {
  if (content.length <= longestStart + longestEnd + 2 * more) return content;
  return `${content.slice(0, longestStart + more)}${gap}${content.slice(-longestEnd - more)}`;
}
