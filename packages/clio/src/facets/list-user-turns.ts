import type { Conversation } from "../conversation.ts";

const longestStart = 2000;
const longestEnd = 800;
const mostTurns = 40;

/**
 * What the user wrote, as far as facets are read from it: the first 40 turns that have visible text, of a very long one the
 * start and the end. Empty where there is none.
 */
export function listUserTurns(conversation: Conversation): readonly string[] {
  return conversation.messages
    .filter(({ role }) => role === "user")
    .slice(0, mostTurns)
    .map(({ content }) => toEnds(content))
    .filter((content) => /[^\s\p{C}]/u.test(content));
}

function toEnds(content: string): string {
  if (content.length <= longestStart + longestEnd) return content;
  return `${content.slice(0, longestStart)}\n\n${content.slice(-longestEnd)}`;
}
