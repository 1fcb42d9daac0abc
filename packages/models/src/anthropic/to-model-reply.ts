import type { ModelReply, TokenUsage } from "@observatory/core";
import { z } from "zod";
import { boundAnswer } from "../wire/bound-answer.ts";

const count = z.number().int().nonnegative().nullish().catch(null);
const message = z.object({
  content: z.array(
    z.object({ type: z.string(), text: z.string().optional(), input: z.unknown().optional() }),
  ),
  stop_reason: z.string().nullish(),
  usage: z.object({
    input_tokens: z.number().int().nonnegative(),
    output_tokens: z.number().int().nonnegative(),
    cache_read_input_tokens: count,
    cache_creation_input_tokens: count,
  }),
});

/**
 * Reads an answer of the Messages API; null where it is none. Thinking is left out; the input of a tool is its text.
 */
export function toModelReply(data: unknown): ModelReply | null {
  const parsed = message.safeParse(data);
  if (!parsed.success) return null;
  const { content, stop_reason: stopReason, usage } = parsed.data;
  const tool = content.find(({ type }) => type === "tool_use");
  const texts = content.flatMap(({ type, text }) => (type === "text" && text !== undefined ? [text] : []));
  return {
    text: boundAnswer(tool === undefined ? texts.join("") : JSON.stringify(tool.input ?? {})),
    stop: toStop(stopReason ?? null),
    usage: toUsage(usage),
  };
}

function toStop(reason: string | null): ModelReply["stop"] {
  switch (reason) {
    case "refusal":
      return "refusal";
    case "max_tokens":
    case "model_context_window_exceeded":
    case "pause_turn":
      return "length";
    default:
      return "end";
  }
}

/** The API counts what it read from and wrote to its cache apart from `input_tokens`. */
function toUsage(usage: z.infer<typeof message>["usage"]): TokenUsage {
  const cachedInputTokens = usage.cache_read_input_tokens ?? 0;
  const cacheWriteTokens = usage.cache_creation_input_tokens ?? 0;
  return {
    inputTokens: usage.input_tokens + cachedInputTokens + cacheWriteTokens,
    cachedInputTokens,
    cacheWriteTokens,
    outputTokens: usage.output_tokens,
  };
}
