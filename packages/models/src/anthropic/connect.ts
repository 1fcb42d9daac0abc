import type { Anthropic } from "@anthropic-ai/sdk";
import { toOrigin, type AdapterOptions, type Provider } from "../wire/provider.ts";

export interface AnthropicOptions extends AdapterOptions {
  readonly apiKey: string;
}

const defaultUrl = "https://api.anthropic.com";
export const defaultTimeoutMs = 300_000;

/** Whom the options talk to, as errors tell it. */
export function toAnthropicProvider({ model, baseUrl = defaultUrl }: AnthropicOptions): Provider {
  return {
    name: baseUrl === defaultUrl ? "Anthropic" : "the Anthropic server",
    model,
    origin: toOrigin(baseUrl),
    keyVariable: "ANTHROPIC_API_KEY",
    addressHint: "The base URL ends before /v1.",
  };
}

/** Loads the SDK and creates a client that takes nothing from the environment and retries nothing. */
export async function connectAnthropic(options: AnthropicOptions): Promise<Anthropic> {
  const { apiKey, baseUrl = defaultUrl, fetch, timeoutMs = defaultTimeoutMs } = options;
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
}
