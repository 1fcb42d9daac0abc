import { z } from "zod";
import { found, hasAny, lost, type ConversationFormat } from "./conversation-draft.ts";

const record = z.object({
  id: z.unknown().optional(),
  account: z.unknown().optional(),
  created_at: z.unknown().optional(),
  language: z.unknown().optional(),
  model: z.unknown().optional(),
  messages: z.array(z.object({ role: z.unknown().optional(), content: z.unknown().optional() })),
  labels: z.unknown().optional(),
});

const likely = z.object({
  id: z.union([z.string(), z.number()]),
  messages: z.array(z.object({ role: z.string() })),
});
/** Fields that no other format with `messages` has under these names. */
const ownFields = ["account", "created_at", "language", "labels"];
/** Fields of requests to APIs, of which logs may have an id and a time as well. */
const foreignFields = ["system", "max_tokens", "temperature", "tools", "request", "response"];

/** Our own format, which `writeConversations` writes. */
export const observatoryFormat = {
  name: "observatory",
  describe:
    'the format of this project: {"id","account"?,"created_at"?,"language"?,"model"?,"messages":[{"role","content"}],"labels"?}',
  detect: (value) => {
    if (!likely.safeParse(value).success) return 0;
    if (hasAny(value, foreignFields)) return 0.5;
    return hasAny(value, ownFields) ? 1 : 0.9;
  },
  parse: (value) => {
    const { success, data } = record.safeParse(value);
    if (!success) return lost("not-a-conversation");
    return found({ ...data, createdAt: data.created_at });
  },
} as const satisfies ConversationFormat;
