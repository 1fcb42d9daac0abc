import type { LanguageModel, ModelReply } from "@observatory/core";
import { withDeadline } from "../calling/with-deadline.ts";
import { estimateTokens, tokenScaleOf } from "../tokens/estimate-tokens.ts";
import { createDialect } from "../wire/dialect.ts";
import { toOrigin, type AdapterOptions, type Provider } from "../wire/provider.ts";
import { readAnthropicLimits } from "../wire/rate-limits.ts";
import { toAdapterError, toRefusal, toTimeOutError, toUnreadableError } from "../wire/to-model-error.ts";
import { anthropicFeatures, toMessageParams } from "./to-message-params.ts";
import { toModelReply } from "./to-model-reply.ts";

export interface AnthropicModelOptions extends AdapterOptions {
  readonly apiKey: string;
}

const defaultUrl = "https://api.anthropic.com";

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
  const { model, apiKey, baseUrl = defaultUrl, fetch, timeoutMs = 300_000 } = options;
  const provider: Provider = {
    name: baseUrl === defaultUrl ? "Anthropic" : "the Anthropic server",
    model,
    origin: toOrigin(baseUrl),
    keyVariable: "ANTHROPIC_API_KEY",
    addressHint: "The base URL ends before /v1.",
  };
  const dialect = createDialect(anthropicFeatures);
  const scale = tokenScaleOf(`anthropic/${model}`);
  let connecting: ReturnType<typeof connect> | undefined;

  const connect = async () => {
    const { Anthropic } = await import("@anthropic-ai/sdk");
    return new Anthropic({
      apiKey,
      baseURL: baseUrl,
      webhookKey: null,
      maxRetries: 0,
      // Our own deadline comes first: it also covers the time that a body takes.
      timeout: 2 * timeoutMs,
      logLevel: "off",
      openTelemetry: false,
      ...(fetch === undefined ? {} : { fetch }),
    });
  };

  return {
    id: `anthropic/${model}`,
    concurrency: 16,
    countTokens: (text) => estimateTokens(text, scale),
    generate: async (request, { signal } = {}) => {
      signal?.throwIfAborted();
      const client = await (connecting ??= connect());
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
