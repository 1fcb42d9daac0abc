import { z } from "zod";
import { readOpenaiItems } from "./openai-items.ts";
import { toTurns, type Turn } from "./turns.ts";

/** What a request to OpenAI's API, or its answer, gives to a conversation. */
export interface OpenaiSide {
  readonly turns: readonly Turn[];
  /** Whether reasoning was left out. */
  readonly hasHidden: boolean;
  readonly model: unknown;
}

const message = z.object({
  role: z.unknown().optional(),
  content: z.unknown().optional(),
  refusal: z.unknown().optional(),
  tool_calls: z.unknown().optional(),
  function_call: z.unknown().optional(),
});
const requestSchema = z.object({
  model: z.unknown().optional(),
  user: z.unknown().optional(),
  safety_identifier: z.unknown().optional(),
  instructions: z.unknown().optional(),
  messages: z.array(message).optional(),
  input: z.union([z.string(), z.array(z.unknown())]).optional(),
  prompt: z.string().optional().catch(undefined),
});
const answerSchema = z.object({
  model: z.unknown().optional(),
  created: z.number().optional().catch(undefined),
  created_at: z.number().optional().catch(undefined),
  choices: z.array(z.object({ message: message.optional(), text: z.unknown().optional() })).optional(),
  output: z.array(z.unknown()).optional(),
});

/** The body of a request for a chat completion, a completion or a response. Null where it is none of them. */
export function readOpenaiRequest(body: unknown): (OpenaiSide & { readonly account: unknown }) | null {
  const { data } = requestSchema.safeParse(body);
  if (data === undefined) return null;
  const { messages, input, prompt, instructions = null } = data;
  const about = { model: data.model, account: data.user ?? data.safety_identifier };
  if (messages !== undefined) return { ...about, turns: toTurns(messages.map(toDraft)), hasHidden: false };
  const items = input === undefined ? null : readOpenaiItems(typeof input === "string" ? [input] : input);
  if (items === null && prompt === undefined) return null;
  const said = items?.messages ?? [{ role: "user", content: prompt }];
  const system = instructions === null ? [] : [{ role: "system", content: instructions }];
  return { ...about, turns: toTurns([...system, ...said]), hasHidden: items?.hasHidden ?? false };
}

/** The body of an answer to such a request: of several choices the first. Null where it is none. */
export function readOpenaiAnswer(
  body: unknown,
): (OpenaiSide & { readonly hasOthers: boolean; readonly time: number | null }) | null {
  const { data } = answerSchema.safeParse(body);
  if (data === undefined) return null;
  const about = { model: data.model, time: data.created ?? data.created_at ?? null };
  if (data.choices !== undefined) {
    const [first, ...others] = data.choices;
    const drafts =
      first === undefined
        ? []
        : [first.message === undefined ? { role: "assistant", content: first.text } : toDraft(first.message)];
    return { ...about, turns: toTurns(drafts), hasHidden: false, hasOthers: others.length > 0 };
  }
  if (data.output === undefined) return null;
  const { messages, hasHidden } = readOpenaiItems(data.output);
  return { ...about, turns: toTurns(messages), hasHidden, hasOthers: false };
}

function toDraft({ role, content, refusal, tool_calls, function_call }: z.infer<typeof message>) {
  return { role, content: content ?? refusal, toolCalls: tool_calls ?? function_call };
}
