import { toProviderName } from "../wire/provider-name.ts";
import type { LanguageModel, ModelReply } from "@observatory/core";
import { withDeadline } from "../calling/with-deadline.ts";
import { estimateTokens, tokenScaleOf } from "../tokens/estimate-tokens.ts";
import { createDialect, type Dialect } from "../wire/dialect.ts";
import { readAnthropicLimits } from "../wire/rate-limits.ts";
import { toAdapterError, toRefusal, toTimeOutError, toUnreadableError } from "../wire/to-model-error.ts";
import { connectAnthropic, defaultTimeoutMs, toAnthropicProvider, type AnthropicOptions } from "./connect.ts";
import { anthropicFeatures, toMessageParams, type AnthropicFeature } from "./to-message-params.ts";
import { toModelReply } from "./to-model-reply.ts";

export interface AnthropicModelOptions extends AnthropicOptions {
  /** What the model turned out to take, where something else asks it as well. */
  readonly dialect?: Dialect<AnthropicFeature>;
}

/**
 * Creates a model of Anthropic, or of a server that speaks its Messages API. One attempt a call; the SDK is loaded
 * with the first. Answers are bound to the schema by the API's structured output, for a model or server that refuses
 * it by a forced tool, else by instructions: what works is remembered. The same goes for models that cannot turn
 * thinking off or take no temperature. Throws ModelError, which never holds a prompt, an answer or the key.
 *
 * @example
 * const model = createAnthropicModel({ model: "claude-haiku-4-5", apiKey });
 */
export function createAnthropicModel(options: AnthropicModelOptions): LanguageModel {
  const { model, timeoutMs = defaultTimeoutMs, dialect = createDialect(anthropicFeatures) } = options;
  const provider = toAnthropicProvider(options);
  const scale = tokenScaleOf(`anthropic/${model}`);
  let connecting: ReturnType<typeof connectAnthropic> | undefined;

  return {
    id: `${toProviderName("anthropic", options.baseUrl)}/${model}`,
    concurrency: 16,
    countTokens: (text) => estimateTokens(text, scale),
    generate: async (request, { signal } = {}) => {
      signal?.throwIfAborted();
      const client = await (connecting ??= connectAnthropic(options));
      try {
        return await withDeadline(
          (signal) =>
            dialect.speak(
              async (choice): Promise<ModelReply> => {
                const body = toMessageParams(model, request, choice);
                const { data, response } = await client.messages.create(body, { signal }).withResponse();
                const reply = toModelReply(data);
                if (reply === null) throw toUnreadableError(provider);
                return { ...reply, limits: readAnthropicLimits(response.headers, Date.now()) };
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
