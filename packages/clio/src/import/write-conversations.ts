import type { Conversation } from "../conversation.ts";

/**
 * Conversations as lines of our own format, each with its line end; importing them gives the same conversations.
 *
 * @example
 * await pipeline(Readable.from(writeConversations(conversations)), createWriteStream(path));
 */
export async function* writeConversations(
  conversations: Iterable<Conversation> | AsyncIterable<Conversation>,
): AsyncGenerator<string> {
  for await (const conversation of conversations) yield toConversationLine(conversation);
}

/** One conversation as a line of our own format with its line end; what is unknown is left out. */
export function toConversationLine(conversation: Conversation): string {
  const { id, account, createdAt, language, model, messages, labels } = conversation;
  const record = {
    id,
    ...(account === null ? {} : { account }),
    ...(createdAt === null ? {} : { created_at: createdAt }),
    ...(language === null ? {} : { language }),
    ...(model === null ? {} : { model }),
    messages: messages.map(({ role, content }) => ({ role, content })),
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
  };
  return `${JSON.stringify(record)}\n`;
}
