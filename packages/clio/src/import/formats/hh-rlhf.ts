import { z } from "zod";
import { found, lost, type ConversationFormat, type MessageDraft } from "./conversation-draft.ts";

const record = z.object({ chosen: z.string() });
const likely = z.object({ chosen: z.string().startsWith("\n\nHuman:"), rejected: z.string() });

const turnStart = /\n\n(Human|Assistant): ?/u;

/** Anthropic's HH-RLHF: two versions of a dialogue as plain text, of which `chosen` is read. */
export const hhRlhfFormat = {
  name: "hh-rlhf",
  describe: 'HH-RLHF: {"chosen":"\\n\\nHuman: ...\\n\\nAssistant: ...","rejected"}; only chosen is read',
  detect: (value) => (likely.safeParse(value).success ? 1 : 0),
  parse: (value) => {
    const { success, data } = record.safeParse(value);
    if (!success) return lost("not-a-conversation");
    const [before, ...parts] = data.chosen.split(turnStart);
    if (before === undefined || before.trim() !== "") return lost("not-a-conversation");
    const messages: MessageDraft[] = [];
    for (let i = 0; i + 1 < parts.length; i += 2) messages.push({ role: parts[i], content: parts[i + 1] });
    return found({ messages });
  },
} as const satisfies ConversationFormat;
