import { z } from "zod";
import { found, hasAny, lost, type ConversationFormat } from "./conversation-draft.ts";

const record = z.object({
  messages: z.array(
    z.object({
      role: z.unknown().optional(),
      content: z.unknown().optional(),
      tool_calls: z.unknown().optional(),
      function_call: z.unknown().optional(),
    }),
  ),
  id: z.unknown().optional(),
  user: z.unknown().optional(),
  created: z.unknown().optional(),
  created_at: z.unknown().optional(),
  model: z.unknown().optional(),
  metadata: z.unknown().optional(),
});

/** Fields of requests to the API and of what it answers. */
const ownFields = ["user", "created", "metadata", "tools", "object", "usage", "temperature", "max_tokens"];
const likely = z.object({ messages: z.array(z.object({ role: z.string() })) });

/** What the OpenAI chat API takes, as fine-tuning files and logs of requests keep it, one object a line. */
export const openaiChatFormat = {
  name: "openai-chat",
  describe:
    'OpenAI chat: {"messages":[{"role","content": text or parts}],"user"?,"created"?,"model"?,"metadata"?}',
  detect: (value) => {
    if (!likely.safeParse(value).success) return 0;
    return hasAny(value, ownFields) ? 0.95 : 0.8;
  },
  parse: (value) => {
    const { success, data } = record.safeParse(value);
    if (!success) return lost("not-a-conversation");
    return found({
      id: data.id,
      account: data.user,
      createdAt: data.created ?? data.created_at,
      model: data.model,
      labels: data.metadata,
      messages: data.messages.map(({ role, content, tool_calls, function_call }) => ({
        role,
        content,
        toolCalls: tool_calls ?? function_call,
      })),
    });
  },
} as const satisfies ConversationFormat;
