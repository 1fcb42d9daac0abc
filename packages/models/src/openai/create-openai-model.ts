import { toProviderName } from "../wire/provider-name.ts";
import {
  countRequestTokens,
  type LanguageModel,
  type ModelReply,
  type ModelRequest,
} from "@observatory/core";
import { withDeadline } from "../calling/with-deadline.ts";
import { isLoopbackUrl } from "../prices/is-loopback-url.ts";
import { estimateTokens, tokenScaleOf } from "../tokens/estimate-tokens.ts";
import type { Dialect } from "../wire/dialect.ts";
import { readFailureInAnswer } from "../wire/failure.ts";
import { readOpenAiLimits } from "../wire/rate-limits.ts";
import {
  toAdapterError,
  toModelError,
  toRefusal,
  toTimeOutError,
  toUnreadableError,
} from "../wire/to-model-error.ts";
import { connectOpenAi, defaultTimeoutMs, toOpenAiProvider, type OpenAiOptions } from "./connect.ts";
import { createOpenAiDialect } from "./create-openai-dialect.ts";
import { toChatParams, type OpenAiFeature } from "./to-chat-params.ts";
import { toChatReply, type ChatReply } from "./to-model-reply.ts";

export interface OpenAiModelOptions extends OpenAiOptions {
  /** What the model turned out to take, where something else asks it as well. */
  readonly dialect?: Dialect<OpenAiFeature>;
}

/**
 * Creates a model of OpenAI, or of a server that speaks its chat completions: Ollama, vLLM, llama.cpp, LM Studio,
 * OpenRouter. One attempt a call; the SDK is loaded with the first. Answers are bound to the schema where the server
 * takes one, else it is asked for JSON, else for text with the schema in the instructions: what works is remembered.
 * So are the name of the output limit, and whether temperature and reasoning effort are taken. A server that counts
 * no tokens has them estimated. Throws ModelError, which never holds a prompt, an answer or the key.
 *
 * @example
 * const model = createOpenAiModel({ model: "qwen3:8b", baseUrl: "http://127.0.0.1:11434/v1" });
 */
export function createOpenAiModel(options: OpenAiModelOptions): LanguageModel {
  const { model, baseUrl, timeoutMs = defaultTimeoutMs } = options;
  const provider = toOpenAiProvider(options);
  const { dialect = createOpenAiDialect(baseUrl) } = options;
  const scale = tokenScaleOf(`openai/${model}`);
  const countTokens = (text: string): number => estimateTokens(text, scale);
  let connecting: ReturnType<typeof connectOpenAi> | undefined;
  let reasons = false;

  return {
    id: `${toProviderName("openai", options.baseUrl)}/${model}`,
    concurrency: baseUrl !== undefined && isLoopbackUrl(baseUrl) ? 4 : 16,
    countTokens,
    generate: async (request, { signal } = {}) => {
      signal?.throwIfAborted();
      const client = await (connecting ??= connectOpenAi(options));
      try {
        return await withDeadline(
          (signal) =>
            dialect.speak(
              async (choice): Promise<ModelReply> => {
                const body = toChatParams(model, request, { choice, reasons });
                const { data, response } = await client.chat.completions
                  .create(body, { signal })
                  .withResponse();
                const reply = toChatReply(data);
                if (reply === null) {
                  const failure = readFailureInAnswer(data);
                  throw failure === null ? toUnreadableError(provider) : toModelError(failure, provider);
                }
                reasons ||= reply.reasoned;
                return {
                  ...toReply(reply, request, countTokens),
                  limits: readOpenAiLimits(response.headers),
                };
              },
              { toRefusal, suspect: request.schema === null ? null : "format" },
            ),
          { timeoutMs, signal, onTimeout: () => toTimeOutError(provider, timeoutMs) },
        );
      } catch (error) {
        signal?.throwIfAborted();
        throw toAdapterError(error, provider);
      }
    },
    close: async () => {},
  };
}

function toReply(
  { text, stop, usage, firstTokens }: ChatReply,
  request: ModelRequest,
  countTokens: LanguageModel["countTokens"],
): ModelReply {
  const estimate = {
    inputTokens: countRequestTokens({ countTokens }, request),
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: countTokens(text),
  };
  const told =
    request.firstTokens === undefined || firstTokens === null || stop === "refusal"
      ? text
      : JSON.stringify({ text, first: firstTokens });
  return { text: told, stop, usage: usage ?? estimate };
}
