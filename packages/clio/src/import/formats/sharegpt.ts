import { z } from "zod";
import { found, lost, type ConversationFormat } from "./conversation-draft.ts";

const record = z.object({
  id: z.unknown().optional(),
  conversations: z.array(
    z.object({
      from: z.unknown().optional(),
      value: z.unknown().optional(),
      role: z.unknown().optional(),
      content: z.unknown().optional(),
    }),
  ),
  system: z.unknown().optional(),
  model: z.unknown().optional(),
});

const likely = z.object({ conversations: z.array(z.object({ from: z.string() })) });

/** ShareGPT and the many training sets that took its layout: an array or lines. */
export const sharegptFormat = {
  name: "sharegpt",
  describe: 'ShareGPT: {"id"?,"conversations":[{"from":"human" | "gpt" | ...,"value"}],"system"?}',
  detect: (value) => (likely.safeParse(value).success ? 0.9 : 0),
  parse: (value) => {
    const { success, data } = record.safeParse(value);
    if (!success) return lost("not-a-conversation");
    const system = typeof data.system === "string" && data.system !== "" ? [data.system] : [];
    return found({
      id: data.id,
      model: data.model,
      messages: [
        ...system.map((content) => ({ role: "system", content })),
        ...data.conversations.map((turn) => ({
          role: turn.from ?? turn.role,
          content: turn.value ?? turn.content,
        })),
      ],
    });
  },
} as const satisfies ConversationFormat;
