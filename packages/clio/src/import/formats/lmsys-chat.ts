import { z } from "zod";
import { toLanguageCode } from "../conversion/to-language-code.ts";
import {
  found,
  hasAny,
  lost,
  type ConversationDraft,
  type ConversationFormat,
  type OnRepair,
  type Reading,
} from "./conversation-draft.ts";

const turns = z.array(z.object({ role: z.unknown().optional(), content: z.unknown().optional() }));
const moderation = z.object({ flagged: z.boolean() });

const chat = z.object({
  conversation_id: z.unknown().optional(),
  model: z.unknown().optional(),
  conversation: turns,
  language: z.unknown().optional(),
  openai_moderation: z.unknown().optional(),
  redacted: z.boolean().optional().catch(undefined),
});

const battle = z.object({
  question_id: z.unknown().optional(),
  id: z.unknown().optional(),
  model_a: z.unknown().optional(),
  model_b: z.unknown().optional(),
  winner: z.string().optional().catch(undefined),
  judge: z.unknown().optional(),
  judge_hash: z.unknown().optional(),
  conversation_a: turns,
  conversation_b: turns,
  language: z.unknown().optional(),
  tstamp: z.unknown().optional(),
  timestamp: z.unknown().optional(),
  openai_moderation: z.unknown().optional(),
});

const likelyTurns = z.array(z.object({ role: z.string() }));
const likelyChat = z.object({ conversation: likelyTurns });
const likelyBattle = z.object({ conversation_a: likelyTurns, conversation_b: likelyTurns });
/** Beside `conversation`; WildChat has others of these, but names its rows by `conversation_hash`. */
const ownFields = ["conversation_id"];

/**
 * LMSYS-Chat-1M and the battles of Chatbot Arena.
 *
 * Traps: languages are English names; moderation is a list of a verdict a message; a chat names no account and no time. A
 * battle is one user's chat with two models at once: the side that won is read, of ties the first, so that what the user
 * said counts once. Its account is the judge, who is the user.
 */
export const lmsysChatFormat = {
  name: "lmsys-chat",
  describe:
    'LMSYS-Chat-1M: {"conversation_id","model","conversation":[{"role","content"}],"language"}; battles of Chatbot Arena with "conversation_a" and "conversation_b"',
  detect: (value) => {
    if (likelyBattle.safeParse(value).success) return 1;
    if (!likelyChat.safeParse(value).success || hasAny(value, ["conversation_hash"])) return 0;
    return hasAny(value, ownFields) ? 1 : 0.8;
  },
  parse: (value, onRepair) => {
    const asBattle = battle.safeParse(value);
    if (asBattle.success) return parseBattle(asBattle.data, onRepair);
    const { success, data } = chat.safeParse(value);
    if (!success) return lost("not-a-conversation");
    return found({
      id: data.conversation_id,
      model: data.model,
      language: toLanguageCode(data.language),
      messages: data.conversation,
      labels: withoutUndefined({ redacted: data.redacted, flagged: toFlagged(data.openai_moderation) }),
    });
  },
} as const satisfies ConversationFormat;

function parseBattle(data: z.infer<typeof battle>, onRepair: OnRepair): Reading<ConversationDraft> {
  const isSecond = data.winner === "model_b";
  const other = isSecond ? data.conversation_a : data.conversation_b;
  if (other.length > 0) onRepair("other-answer-left-out");
  return found({
    id: data.question_id ?? data.id,
    account: data.judge ?? data.judge_hash,
    createdAt: data.tstamp ?? data.timestamp,
    model: isSecond ? data.model_b : data.model_a,
    language: toLanguageCode(data.language),
    messages: isSecond ? data.conversation_b : data.conversation_a,
    labels: withoutUndefined({ winner: data.winner, flagged: toFlagged(data.openai_moderation) }),
  });
}

/** Whether any verdict, of a list or the only one, flags its text; undefined where there is none. */
function toFlagged(value: unknown): boolean | undefined {
  const verdicts = [value].flat().flatMap((item) => moderation.safeParse(item).data ?? []);
  return verdicts.length === 0 ? undefined : verdicts.some(({ flagged }) => flagged);
}

function withoutUndefined(labels: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== undefined));
}
