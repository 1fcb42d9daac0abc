import { z } from "zod";

const text = z.string();

/** The records of files that stand beside the conversations of an export, each by fields that no conversation has. */
const companion = z.union([
  // claude.ai: users.json, projects.json, memories.json
  z.object({ uuid: text, full_name: z.unknown(), email_address: z.unknown() }),
  z.object({ uuid: text, prompt_template: z.unknown(), docs: z.array(z.unknown()) }),
  z.object({ account_uuid: text, conversations_memory: z.unknown() }),
  // ChatGPT: user.json, message_feedback.json, shared_conversations.json, model_comparisons.json, group_chats.json
  z.object({ id: text, email: z.unknown(), chatgpt_plus_user: z.unknown() }),
  z.object({ rating: z.unknown(), conversation_id: text, user_id: text }),
  z.object({ id: text, conversation_id: text, is_anonymous: z.boolean() }),
  z
    .object({ id: text, user_id: text, input: z.looseObject({}), output: z.looseObject({}) })
    .refine(({ input }) => !Object.hasOwn(input, "messages")),
  z.strictObject({ chats: z.array(z.unknown()) }),
  // Claude Code: history.jsonl, sessions-index.json
  z.object({ display: text, pastedContents: z.unknown(), project: text }),
  z.object({
    version: z.number(),
    entries: z.array(z.object({ sessionId: text, firstPrompt: z.unknown() })),
  }),
]);

/** Files of ChatGPT's export that are known by nothing but their name: its conversations as a page, and lists without fields. */
const companionName = /(?:^|\/)(?:chat\.html|sora\.json|shopping\.json)$/u;

/** Whether a file with this name and these first records belongs to an export and holds no conversations of its own. */
export function isCompanionFile(file: string, records: readonly unknown[]): boolean {
  if (companionName.test(file)) return true;
  return records.length > 0 && records.every((record) => companion.safeParse(record).success);
}

const media = /\.(?:png|jpe?g|webp|gif|heic|svg|pdf|docx|xlsx|pptx|wav|mp3|m4a|ogg|mp4|mov|webm|dat)$/iu;

/**
 * Whether a file in no format is one that people sent or got in a chat, by its name: one of an archive or a directory. Who
 * gives such a file by itself means to have it read.
 */
export function isMediaFile(file: string): boolean {
  return file.includes("/") && media.test(file);
}
