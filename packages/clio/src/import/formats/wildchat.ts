import { z } from "zod";
import { toLanguageCode } from "../conversion/to-language-code.ts";
import { toTime } from "../conversion/to-time.ts";
import { found, hasAny, lost, type ConversationFormat } from "./conversation-draft.ts";

const text = z.string().nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);

const turn = z.object({
  role: z.unknown().optional(),
  content: z.unknown().optional(),
  hashed_ip: text,
  country: text,
  timestamp: z.unknown().optional(),
});
const record = z.object({
  conversation_hash: z.unknown().optional(),
  model: z.unknown().optional(),
  timestamp: z.unknown().optional(),
  conversation: z.array(turn),
  language: z.unknown().optional(),
  toxic: flag,
  redacted: flag,
  hashed_ip: text,
  country: text,
});

const likely = z.object({ conversation: z.array(z.object({ role: z.string() })) });
/** Beside `conversation`: what LMSYS-Chat-1M has nothing of. */
const ownFields = ["conversation_hash", "hashed_ip", "detoxify_moderation"];

/**
 * WildChat, WildChat-1M and WildChat-4.8M.
 *
 * Traps: `conversation_hash` is the hash of the text, so it repeats; the account is `hashed_ip`, which stands on the row, or in
 * the first WildChat on the user's messages alone; `timestamp` is that of the last turn; Parquet gives times as dates or as
 * whole numbers of microseconds; languages are English names. The region, the request's headers and the scores of moderation
 * are left out: they tell more of the person than of the conversation.
 */
export const wildchatFormat = {
  name: "wildchat",
  describe:
    'WildChat: {"conversation_hash","model","timestamp","conversation":[{"role","content"}],"hashed_ip","language","toxic"}',
  detect: (value) => (likely.safeParse(value).success && hasAny(value, ownFields) ? 1 : 0),
  parse: (value) => {
    const { success, data } = record.safeParse(value);
    if (!success) return lost("not-a-conversation");
    const first = (field: "hashed_ip" | "country"): string | undefined =>
      (data[field] ??
        data.conversation.map((turn) => turn[field]).find((value) => typeof value === "string")) ||
      undefined;
    const country = first("country");
    return found({
      id: data.conversation_hash,
      account: first("hashed_ip"),
      createdAt: [data, ...data.conversation].map(({ timestamp }) => toTime(timestamp)).find(Boolean),
      model: data.model,
      language: toLanguageCode(data.language),
      messages: data.conversation.map(({ role, content }) => ({ role, content })),
      labels: {
        ...(typeof data.toxic === "boolean" && { toxic: data.toxic }),
        ...(typeof data.redacted === "boolean" && { redacted: data.redacted }),
        ...(country !== undefined && { country }),
      },
    });
  },
} as const satisfies ConversationFormat;
