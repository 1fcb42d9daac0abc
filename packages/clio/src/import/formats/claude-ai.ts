import { z } from "zod";
import { toInstant } from "../conversion/to-instant.ts";
import { toText } from "../conversion/to-text.ts";
import { found, lost, type ConversationFormat, type MessageDraft } from "./conversation-draft.ts";
import { followThread, type ThreadNode } from "./follow-thread.ts";
import { splitAnthropicContent } from "./split-anthropic-content.ts";

const list = z.array(z.unknown()).catch([]);

const message = z.object({
  uuid: z.string().optional().catch(undefined),
  parent_message_uuid: z.string().nullish().catch(undefined),
  sender: z.unknown().optional(),
  text: z.unknown().optional(),
  content: list,
  created_at: z.unknown().optional(),
  attachments: list,
  files: list,
});
const record = z.object({
  uuid: z.unknown().optional(),
  created_at: z.unknown().optional(),
  model: z.unknown().optional(),
  account: z.object({ uuid: z.unknown().optional() }).optional().catch(undefined),
  current_leaf_message_uuid: z.unknown().optional(),
  chat_messages: z.array(message),
});
const likely = z.object({ chat_messages: z.array(z.unknown()) });

const attachment = z.object({
  file_name: z.string().optional().catch(undefined),
  extracted_content: z.string().optional().catch(undefined),
});
const file = z.object({
  file_name: z.string().optional().catch(undefined),
  file_kind: z.string().optional().catch(undefined),
});

type ChatMessage = z.infer<typeof message>;

/** What the first messages of a conversation have for a parent. */
const rootId = "00000000-0000-4000-8000-000000000000";

/**
 * `conversations.json` of claude.ai's data export, and single conversations as its page loads them.
 *
 * Edits and answers made again stand side by side in `chat_messages` and part at `parent_message_uuid`; the way to
 * the newest leaf is kept, or to `current_leaf_message_uuid`. Older exports have no parents, and then all is kept as
 * it stands. `text` may be empty or a placeholder where `content` has blocks, and is all there is in older exports.
 * Long pastes are only in `attachments[].extracted_content`. The name of a conversation is not taken.
 */
export const claudeAiFormat = {
  name: "claude-ai",
  describe: 'claude.ai export: {"uuid","account","chat_messages":[{"sender","text","content"}]}, an array',
  detect: (value) => (likely.safeParse(value).success ? 1 : 0),
  parse: (value, onRepair) => {
    const { success, data } = record.safeParse(value);
    if (!success) return lost("not-a-conversation");
    const leaf = data.current_leaf_message_uuid;
    const nodes = toNodes(data.chat_messages);
    const thread = followThread(nodes, typeof leaf === "string" ? leaf : null);
    if (thread.isBroken) onRepair("broken-thread");
    if (thread.nodes.length < nodes.length) onRepair("branches-dropped");

    const said = thread.nodes.map((node) => toMessages(node.message));
    if (said.some(({ hasHidden }) => hasHidden)) onRepair("hidden-parts-dropped");
    return found({
      id: data.uuid,
      account: data.account?.uuid,
      createdAt: data.created_at ?? thread.nodes[0]?.message.created_at,
      model: data.model,
      messages: said.flatMap(({ messages }) => messages),
    });
  },
} as const satisfies ConversationFormat;

interface ChatNode extends ThreadNode {
  readonly message: ChatMessage;
}

/** Oldest first where there are branches, as they stand where there are none. */
function toNodes(chatMessages: readonly ChatMessage[]): ChatNode[] {
  let time = "";
  const nodes = chatMessages.map((chatMessage, place) => {
    const { uuid, parent_message_uuid: parent, created_at } = chatMessage;
    time = toInstant(created_at) ?? time;
    return {
      id: uuid ?? `#${place}`,
      parent: parent === rootId ? null : parent,
      time,
      message: chatMessage,
    };
  });
  const isTree = nodes.some(({ parent }) => typeof parent === "string");
  return isTree ? nodes.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)) : nodes;
}

function toMessages({ sender, text, content, attachments, files }: ChatMessage): {
  readonly messages: readonly MessageDraft[];
  readonly hasHidden: boolean;
} {
  const split = splitAnthropicContent(sender, content);
  const hasText = split.messages.some((part) => toText(part.content).text.trim() !== "");
  // A message of reasoning alone says nothing, and is no damage either.
  const isSilent = split.hasHidden && (text === "" || text === undefined);
  const written = hasText ? split.messages : isSilent ? [] : [{ role: sender, content: text }];
  const added = toParts(attachments, files);
  return {
    messages: added.length === 0 ? written : withParts(written, sender, added),
    hasHidden: split.hasHidden,
  };
}

/** The text of attachments, and a mark for each file without one; a file may be listed as both. */
function toParts(attachments: readonly unknown[], files: readonly unknown[]): unknown[] {
  const parts: unknown[] = [];
  const named = new Set<string>();
  for (const value of attachments) {
    const { file_name, extracted_content = "" } = attachment.safeParse(value).data ?? {};
    if (file_name !== undefined) named.add(file_name);
    parts.push(extracted_content === "" ? { type: "file" } : extracted_content);
  }
  for (const value of files) {
    const { file_name = "", file_kind = "" } = file.safeParse(value).data ?? {};
    if (named.has(file_name)) continue;
    parts.push({ type: /image/u.test(file_kind) || isImageName(file_name) ? "image" : "file" });
  }
  return parts;
}

/** Adds what came with a message to the last thing that its sender wrote. */
function withParts(
  written: readonly MessageDraft[],
  sender: unknown,
  added: readonly unknown[],
): readonly MessageDraft[] {
  const last = written.findLastIndex((part) => part.role === sender);
  if (last < 0) return [...written, { role: sender, content: added }];
  return written.map((part, place) =>
    place === last ? { role: sender, content: [...withoutBlanks(part.content), ...added] } : part,
  );
}

/** A message that is only an attachment has an empty text, which would leave an empty line. */
function withoutBlanks(content: unknown): unknown[] {
  return [content].flat().filter((part) => part !== undefined && part !== null && part !== "");
}

function isImageName(name: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|heic|bmp)$/iu.test(name);
}
