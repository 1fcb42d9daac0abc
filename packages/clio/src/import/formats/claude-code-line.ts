import { z } from "zod";
import { toTypedText } from "./claude-code-text.ts";
import type { MessageDraft } from "./conversation-draft.ts";
import { splitAnthropicContent } from "./split-anthropic-content.ts";
import { toTurns, type Turn } from "./turns.ts";

/** What a line of a Claude Code log says. */
export interface SpokenLine {
  readonly turns: readonly Turn[];
  /** Whether reasoning, or text that the program added, was left out. */
  readonly hasHidden: boolean;
  /** The answer that the line is a piece of; null where it is none. */
  readonly answerId: string | null;
  readonly model: string | null;
  /** Ids of the calls of tools in it. */
  readonly calls: readonly string[];
  /** Ids of the calls whose results it holds. */
  readonly results: readonly string[];
}

export const lineSchema = z.object({
  type: z.string(),
  sessionId: z.string().optional().catch(undefined),
  uuid: z.string().optional().catch(undefined),
  parentUuid: z.string().nullish().catch(undefined),
  logicalParentUuid: z.string().nullish().catch(undefined),
  forkedFrom: z.object({ sessionId: z.string(), messageUuid: z.string() }).optional().catch(undefined),
  timestamp: z.unknown().optional(),
  isSidechain: z.unknown().optional(),
  isMeta: z.unknown().optional(),
  isCompactSummary: z.unknown().optional(),
  isVisibleInTranscriptOnly: z.unknown().optional(),
  isApiErrorMessage: z.unknown().optional(),
  message: z
    .object({
      id: z.string().optional().catch(undefined),
      role: z.unknown().optional(),
      model: z.string().optional().catch(undefined),
      content: z.unknown().optional(),
    })
    .optional()
    .catch(undefined),
  attachment: z
    .object({
      type: z.string(),
      prompt: z.unknown().optional(),
      commandMode: z.string().optional().catch(undefined),
      isMeta: z.unknown().optional(),
      origin: z.object({ kind: z.unknown().optional() }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

export type ClaudeCodeLine = z.infer<typeof lineSchema>;

/** The model that the program names for answers it made up, such as errors of the API. */
const synthetic = "<synthetic>";

/** What the user, the assistant or a tool says in the line; null where it only links others. */
export function readClaudeCodeLine(line: ClaudeCodeLine): SpokenLine | null {
  const { message } = line;
  if (line.type === "assistant" && message !== undefined) return readAnswer(line, message);
  if (line.type === "user" && message !== undefined) {
    const isAdded = [line.isMeta, line.isCompactSummary, line.isVisibleInTranscriptOnly].includes(true);
    return isAdded ? hidden : readUser(message.content);
  }
  return isQueuedPrompt(line.attachment) ? readUser(line.attachment?.prompt) : null;
}

const hidden: SpokenLine = {
  turns: [],
  hasHidden: true,
  answerId: null,
  model: null,
  calls: [],
  results: [],
};

function readAnswer(
  line: ClaudeCodeLine,
  { id, model, content }: NonNullable<ClaudeCodeLine["message"]>,
): SpokenLine {
  if (model === synthetic || line.isApiErrorMessage === true) return hidden;
  const { messages, hasHidden } = splitAnthropicContent("assistant", content);
  return {
    turns: toTurns(messages),
    hasHidden,
    answerId: id ?? null,
    model: model ?? null,
    calls: toIds(content, "id"),
    results: [],
  };
}

function readUser(content: unknown): SpokenLine {
  const { messages } = splitAnthropicContent("user", content);
  let hasHidden = false;
  const drafts = messages.map(({ role, content: said }): MessageDraft => {
    if (role !== "user") return { role, content: said };
    const parts = [said].flat().map((part) => {
      const typed = toTypedText(textOf(part) ?? "");
      hasHidden ||= typed.hasHidden;
      return textOf(part) === null ? part : typed.text;
    });
    return { role, content: parts.filter((part) => part !== "") };
  });
  const turns = toTurns(drafts).filter(({ text }) => text.trim() !== "");
  return { ...hidden, turns, hasHidden, results: toIds(content, "tool_use_id") };
}

const textBlock = z.object({ type: z.literal("text"), text: z.string() });

function textOf(part: unknown): string | null {
  return typeof part === "string" ? part : (textBlock.safeParse(part).data?.text ?? null);
}

/** What was typed while the assistant was at work stands in the log only so. */
function isQueuedPrompt(attachment: ClaudeCodeLine["attachment"]): boolean {
  if (attachment?.type !== "queued_command" || attachment.isMeta === true) return false;
  return (
    (attachment.commandMode ?? "prompt") === "prompt" && (attachment.origin?.kind ?? "human") === "human"
  );
}

const identified = z.object({
  type: z.string(),
  id: z.unknown().optional(),
  tool_use_id: z.unknown().optional(),
});

function toIds(content: unknown, field: "id" | "tool_use_id"): string[] {
  if (!Array.isArray(content)) return [];
  return content.flatMap((block) => {
    const id = identified.safeParse(block).data?.[field];
    return typeof id === "string" ? [id] : [];
  });
}
