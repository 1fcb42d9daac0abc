import { z } from "zod";
import type { MessageDraft } from "./conversation-draft.ts";

const item = z.object({
  type: z.string().optional().catch(undefined),
  role: z.unknown().optional(),
  content: z.unknown().optional(),
  name: z.unknown().optional(),
  arguments: z.unknown().optional(),
  input: z.unknown().optional(),
  action: z.unknown().optional(),
  code: z.unknown().optional(),
  output: z.unknown().optional(),
});

/**
 * The messages in the items that OpenAI's Responses API takes as `input` and gives as `output`; a string is a message
 * by the user. Calls of tools are items of their own, `function_call` and kinds such as `web_search_call`, and so are
 * their results. Reasoning, and references to items that are kept elsewhere, are left out.
 */
export function readOpenaiItems(items: readonly unknown[]): {
  readonly messages: readonly MessageDraft[];
  readonly hasHidden: boolean;
} {
  const messages: MessageDraft[] = [];
  let hasHidden = false;
  for (const value of items) {
    if (typeof value === "string") messages.push({ role: "user", content: value });
    const { data } = item.safeParse(value);
    if (data === undefined) continue;
    const { type = "message", output = "" } = data;
    if (type === "reasoning" || type === "item_reference") hasHidden = true;
    else if (type.endsWith("_call")) messages.push(toCall(type, data));
    else if (!type.endsWith("_output")) messages.push({ role: data.role, content: data.content });
    if (/_(?:call|output)$/u.test(type) && output !== "" && output !== null)
      messages.push({ role: "tool", content: output });
  }
  return { messages, hasHidden };
}

function toCall(type: string, data: z.infer<typeof item>): MessageDraft {
  const name = typeof data.name === "string" ? data.name : type.replace(/_call$/u, "");
  const input = data.arguments ?? data.input ?? data.action ?? data.code;
  return { role: "assistant", content: [{ type: "tool_use", name, input }] };
}
