import { z } from "zod";
import { splitAnthropicContent } from "./split-anthropic-content.ts";
import { toTurns, type Turn } from "./turns.ts";

/** What a request to the Messages API, or its answer, gives to a conversation. */
export interface AnthropicSide {
  readonly turns: readonly Turn[];
  readonly hasHidden: boolean;
  readonly model: unknown;
}

const requestSchema = z.object({
  model: z.unknown().optional(),
  system: z.unknown().optional(),
  messages: z.array(z.object({ role: z.unknown().optional(), content: z.unknown().optional() })),
  metadata: z.object({ user_id: z.unknown().optional() }).optional().catch(undefined),
});
const answerSchema = z.object({
  id: z.unknown().optional(),
  model: z.unknown().optional(),
  content: z.union([z.string(), z.array(z.unknown())]),
});

/** The body of a request: its system prompt comes first. Null where it is none. */
export function readAnthropicRequest(body: unknown): (AnthropicSide & { readonly account: unknown }) | null {
  const { data } = requestSchema.safeParse(body);
  if (data === undefined) return null;
  const system = data.system ?? "";
  const said = data.messages.map(({ role, content }) => splitAnthropicContent(role, content));
  return {
    account: data.metadata?.user_id,
    model: data.model,
    turns: toTurns([
      ...(system === "" ? [] : [{ role: "system", content: system }]),
      ...said.flatMap(({ messages }) => messages),
    ]),
    hasHidden: said.some(({ hasHidden }) => hasHidden),
  };
}

/** The message that the API answered. Null where it is none, such as an error. */
export function readAnthropicAnswer(message: unknown): (AnthropicSide & { readonly id: unknown }) | null {
  const { data } = answerSchema.safeParse(message);
  if (data === undefined) return null;
  const { messages, hasHidden } = splitAnthropicContent("assistant", data.content);
  return { id: data.id, model: data.model, turns: toTurns(messages), hasHidden };
}
