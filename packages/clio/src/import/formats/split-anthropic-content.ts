import { z } from "zod";
import type { MessageDraft } from "./conversation-draft.ts";

/** One message of Anthropic's models, parted by who wrote what. */
export interface SplitContent {
  readonly messages: readonly MessageDraft[];
  /** Whether reasoning was left out. */
  readonly hasHidden: boolean;
}

const blockSchema = z.object({
  type: z.string(),
  name: z.unknown().optional(),
  input: z.unknown().optional(),
  content: z.unknown().optional(),
  source: z
    .object({
      type: z.string().optional().catch(undefined),
      data: z.unknown().optional(),
      content: z.unknown().optional(),
    })
    .optional()
    .catch(undefined),
});

/** Blocks of claude.ai that steer the page and say nothing. */
const emptyKinds = ["token_budget", "flag"];

/**
 * Parts content as the Messages API, claude.ai and Claude Code write it: text, or a list of blocks.
 *
 * Results of tools come in messages of the user or the assistant; each becomes a message of the tool, so that nobody
 * is taken to have written it. Reasoning, in the clear or not, is left out. Blocks of text in between keep their order.
 */
export function splitAnthropicContent(role: unknown, content: unknown): SplitContent {
  if (!Array.isArray(content)) return { messages: [{ role, content }], hasHidden: false };
  const messages: { readonly role: unknown; readonly content: unknown[] }[] = [];
  const add = (author: unknown, part: unknown): void => {
    const last = messages.at(-1);
    if (last !== undefined && last.role === author) last.content.push(part);
    else messages.push({ role: author, content: [part] });
  };
  let hasHidden = false;
  for (const value of content) {
    const block = blockSchema.safeParse(value).data;
    const kind = block?.type ?? "";
    if (kind === "thinking" || kind === "redacted_thinking") hasHidden = true;
    else if (emptyKinds.includes(kind)) continue;
    else if (block === undefined) add(role, value);
    else if (kind.endsWith("tool_result")) {
      if (!isEmpty(block.content)) messages.push({ role: "tool", content: [block.content] });
    } else if (kind.endsWith("tool_use")) {
      add(role, { type: "tool_use", name: block.name, input: block.input });
    } else add(role, toReadable(block) ?? value);
  }
  return { messages, hasHidden };
}

/** Documents and results of searches may hold their text themselves. */
function toReadable({ type, source, content }: z.infer<typeof blockSchema>): unknown {
  if (type === "search_result") return content;
  if (type !== "document") return undefined;
  if (source?.type === "text") return source.data;
  return source?.type === "content" ? source.content : undefined;
}

function isEmpty(content: unknown): boolean {
  return content === null || content === undefined || content === "" || isEmptyList(content);
}

function isEmptyList(content: unknown): boolean {
  return Array.isArray(content) && content.length === 0;
}
