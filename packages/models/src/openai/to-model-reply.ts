import type { ModelReply } from "@observatory/core";
import { z } from "zod";
import { boundAnswer } from "../wire/bound-answer.ts";

const count = z.number().int().nonnegative().nullish().catch(null);
const text = z.string().nullish().catch(null);
const tokenSchema = z.object({ token: z.string(), logprob: z.number() });
const completion = z.object({
  choices: z.tuple(
    [
      z.object({
        finish_reason: text,
        logprobs: z
          .object({ content: z.array(z.object({ top_logprobs: z.array(tokenSchema) })).nullish() })
          .nullish()
          .catch(null),
        message: z.object({
          content: z.string().nullish(),
          refusal: text,
          reasoning: text,
          reasoning_content: text,
        }),
      }),
    ],
    z.unknown(),
  ),
  usage: z
    .object({
      prompt_tokens: z.number().int().nonnegative(),
      completion_tokens: z.number().int().nonnegative(),
      prompt_tokens_details: z
        .object({ cached_tokens: count, cache_write_tokens: count })
        .nullish()
        .catch(null),
      completion_tokens_details: z.object({ reasoning_tokens: count }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

export interface ChatReply extends Omit<ModelReply, "usage"> {
  /** Null where the server does not count. */
  readonly usage: ModelReply["usage"] | null;
  /** Whether part of the answer was reasoning. */
  readonly reasoned: boolean;
  /** The likeliest first tokens with the logarithms of their probabilities; null where the server does not tell. */
  readonly firstTokens: readonly (readonly [token: string, logprob: number])[] | null;
}

/** Reads an answer of the chat completions API; null where it is none. Reasoning is left out. */
export function toChatReply(data: unknown): ChatReply | null {
  const parsed = completion.safeParse(data);
  if (!parsed.success) return null;
  const { choices, usage } = parsed.data;
  const { finish_reason: reason, message, logprobs } = choices[0];
  const first = logprobs?.content?.[0]?.top_logprobs;
  const content = message.content ?? "";
  const answer = content.replace(leadingThought, "");
  const refused = (message.refusal ?? "") !== "" || reason === "content_filter";
  return {
    text: boundAnswer(answer),
    stop: refused ? "refusal" : reason === "length" ? "length" : "end",
    usage: usage
      ? {
          inputTokens: usage.prompt_tokens,
          cachedInputTokens: usage.prompt_tokens_details?.cached_tokens ?? 0,
          cacheWriteTokens: usage.prompt_tokens_details?.cache_write_tokens ?? 0,
          outputTokens: usage.completion_tokens,
        }
      : null,
    firstTokens: first === undefined ? null : first.map(({ token, logprob }) => [token, logprob]),
    reasoned:
      answer !== content ||
      (usage?.completion_tokens_details?.reasoning_tokens ?? 0) > 0 ||
      (message.reasoning ?? message.reasoning_content ?? "") !== "",
  };
}

/** Servers that do not know a model's template leave its thoughts in the answer; a cut one has no end. */
const leadingThought = /^\s*<think>(?:(?!<\/think>)[^])*(?:<\/think>\s*|$)/u;
