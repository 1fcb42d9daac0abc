import { UsageError, type LanguageModel } from "@observatory/core";
import { createAnthropicModel } from "./anthropic/create-anthropic-model.ts";
import { anthropicFeatures } from "./anthropic/to-message-params.ts";
import { createAnthropicBatchClient } from "./batches/anthropic-batch-client.ts";
import type { BatchClient } from "./batches/batch-client.ts";
import { createOpenAiBatchClient } from "./batches/openai-batch-client.ts";
import { createOpenAiDialect } from "./openai/create-openai-dialect.ts";
import { createOpenAiModel } from "./openai/create-openai-model.ts";
import { isLoopbackUrl } from "./prices/is-loopback-url.ts";
import { createDialect } from "./wire/dialect.ts";

/** Values that a model may need. They come from whoever reads the environment; nothing here does. */
export interface LanguageModelOptions {
  readonly anthropicApiKey?: string | undefined;
  readonly openAiApiKey?: string | undefined;
  /** Of another server that speaks the provider's protocol. */
  readonly baseUrl?: string | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Of one attempt. */
  readonly timeoutMs?: number | undefined;
  /** Threads that a model in a local file may use; all unless told. */
  readonly threads?: number | undefined;
}

/** A model and, where its provider has one, the batch endpoint for the same calls. */
export interface OpenedProvider {
  readonly model: LanguageModel;
  readonly batches: BatchClient | null;
}

type Open = (model: string, options: LanguageModelOptions) => Promise<OpenedProvider>;

const providers = {
  anthropic: async (model, { anthropicApiKey, baseUrl, fetch, timeoutMs }) => {
    const apiKey = requireKey(anthropicApiKey, "ANTHROPIC_API_KEY", baseUrl);
    const all = { model, apiKey, baseUrl, fetch, timeoutMs, dialect: createDialect(anthropicFeatures) };
    return { model: createAnthropicModel(all), batches: createAnthropicBatchClient(all) };
  },
  openai: async (model, { openAiApiKey, baseUrl, fetch, timeoutMs }) => {
    const apiKey = requireKey(openAiApiKey, "OPENAI_API_KEY", baseUrl);
    const all = { model, apiKey, baseUrl, fetch, timeoutMs, dialect: createOpenAiDialect(baseUrl) };
    return { model: createOpenAiModel(all), batches: createOpenAiBatchClient(all) };
  },
  llama: async (file, { threads }) => {
    const { createLlamaModel } = await import("./llama/create-llama-model.ts");
    return {
      model: await createLlamaModel({ file, ...(threads === undefined ? {} : { threads }) }),
      batches: null,
    };
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
  return (await openProvider(spec, options)).model;
}

/**
 * As {@link openLanguageModel}, with the batch endpoint, to which the model tells what it learns of how it must be
 * asked.
 *
 * @example
 * const { model, batches } = await openProvider("openai:gpt-5-mini", { openAiApiKey });
 * if (batches) return batchedModel(persistentModel(model, { maxConcurrency: 4 }), batches, { log });
 */
export async function openProvider(
  spec: string,
  options: LanguageModelOptions = {},
): Promise<OpenedProvider> {
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
