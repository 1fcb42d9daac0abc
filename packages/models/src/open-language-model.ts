import { UsageError, type LanguageModel } from "@observatory/core";
import { createAnthropicModel } from "./anthropic/create-anthropic-model.ts";
import { createOpenAiModel } from "./openai/create-openai-model.ts";
import { isLoopbackUrl } from "./prices/is-loopback-url.ts";

/** Values that a model may need. They come from whoever reads the environment; nothing here does. */
export interface LanguageModelOptions {
  readonly anthropicApiKey?: string | undefined;
  readonly openAiApiKey?: string | undefined;
  /** Of another server that speaks the provider's protocol. */
  readonly baseUrl?: string | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Of one attempt. */
  readonly timeoutMs?: number | undefined;
}

type Open = (model: string, options: LanguageModelOptions) => Promise<LanguageModel>;

const providers = {
  anthropic: async (model, { anthropicApiKey, baseUrl, fetch, timeoutMs }) => {
    const apiKey = requireKey(anthropicApiKey, "ANTHROPIC_API_KEY", baseUrl);
    return createAnthropicModel({ model, apiKey, baseUrl, fetch, timeoutMs });
  },
  openai: async (model, { openAiApiKey, baseUrl, fetch, timeoutMs }) => {
    const apiKey = requireKey(openAiApiKey, "OPENAI_API_KEY", baseUrl);
    return createOpenAiModel({ model, apiKey, baseUrl, fetch, timeoutMs });
  },
  llama: async (file) => {
    const { createLlamaModel } = await import("./llama/create-llama-model.ts");
    return createLlamaModel({ file });
  },
} as const satisfies Record<string, Open>;

/**
 * Opens a model by its name: `anthropic:MODEL`, `openai:MODEL` or `llama:FILE.gguf`. What a provider needs is loaded
 * when it is used. A server on this machine needs no key. Throws UsageError for a name that is not known and for a
 * key that is missing.
 *
 * @example
 * const model = await openLanguageModel("anthropic:claude-haiku-4-5", { anthropicApiKey });
 */
export async function openLanguageModel(
  spec: string,
  options: LanguageModelOptions = {},
): Promise<LanguageModel> {
  const [, provider = "", model = ""] = /^([a-z]+):(.+)$/u.exec(spec) ?? [];
  if (!isProvider(provider)) {
    throw new UsageError(`there is no language model "${spec}"`, {
      hint: `Write ${Object.keys(providers).join(":MODEL, ")}:FILE.gguf.`,
    });
  }
  const open: Open = providers[provider];
  return open(model, options);
}

function isProvider(name: string): name is keyof typeof providers {
  return Object.hasOwn(providers, name);
}

function requireKey(key: string | undefined, variable: string, baseUrl: string | undefined): string {
  if (key !== undefined && key.trim() !== "") return key.trim();
  if (baseUrl !== undefined && isLoopbackUrl(baseUrl)) return "none";
  throw new UsageError(`the model needs a key, and ${variable} is not set`, {
    hint: `Set ${variable}, or name a server on this machine by --base-url.`,
  });
}
