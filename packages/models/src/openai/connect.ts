import type { OpenAI } from "openai";
import { isLoopbackUrl } from "../prices/is-loopback-url.ts";
import { toOrigin, type AdapterOptions, type Provider } from "../wire/provider.ts";

export interface OpenAiOptions extends AdapterOptions {
  /** Local servers need none. */
  readonly apiKey?: string | undefined;
}

const defaultUrl = "https://api.openai.com/v1";
export const defaultTimeoutMs = 300_000;

/** Whom the options talk to, as errors tell it. */
export function toOpenAiProvider({ model, baseUrl = defaultUrl }: OpenAiOptions): Provider {
  return {
    name: isOpenAi(baseUrl) ? "OpenAI" : "the server",
    model,
    origin: toOrigin(baseUrl),
    keyVariable: "OPENAI_API_KEY",
    addressHint: isLoopbackUrl(baseUrl)
      ? "Is the model loaded by the server, and does the base URL end with /v1?"
      : "Most base URLs end with /v1.",
  };
}

/** Whether a base URL, or none, is OpenAI's own. */
export function isOpenAi(baseUrl: string = defaultUrl): boolean {
  return toOrigin(baseUrl) === toOrigin(defaultUrl);
}

/** Loads the SDK and creates a client that takes nothing from the environment and retries nothing. */
export async function connectOpenAi(options: OpenAiOptions): Promise<OpenAI> {
  const { apiKey, baseUrl = defaultUrl, fetch, timeoutMs = defaultTimeoutMs } = options;
  const { OpenAI } = await import("openai");
  return new OpenAI({
    // The SDK wants one; servers without keys take any.
    apiKey: apiKey === undefined || apiKey === "" ? "none" : apiKey,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: baseUrl,
    maxRetries: 0,
    // Our own deadline comes first: it also covers the time that a body takes.
    timeout: 2 * timeoutMs,
    logLevel: "off",
    ...(fetch === undefined ? {} : { fetch }),
  });
}
