import type { Json, LanguageModel, ModelRequest } from "@observatory/core";
import { parseJson } from "@observatory/core";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createAnthropicModel } from "../anthropic/create-anthropic-model.ts";
import { anthropicFeatures } from "../anthropic/to-message-params.ts";
import { createOpenAiDialect } from "../openai/create-openai-dialect.ts";
import { createOpenAiModel } from "../openai/create-openai-model.ts";
import { createDialect } from "../wire/dialect.ts";
import { createAnthropicBatchClient } from "./anthropic-batch-client.ts";
import type { BatchClient } from "./batch-client.ts";
import type { BatchLog } from "./batch-log.ts";
import { batchedModel, type BatchedModelOptions } from "./batched-model.ts";
import { createOpenAiBatchClient } from "./openai-batch-client.ts";

export const protocols = ["anthropic", "openai"] as const;
export type TestProtocol = (typeof protocols)[number];

/** When the batches of the test provider were created. */
export const providerMs = 1_750_000_000_000;

/** A model and the batch client of the same provider, which know what the model takes from one another. */
export function connect(
  protocol: TestProtocol,
  url: string,
): { readonly adapter: LanguageModel; readonly client: BatchClient } {
  const options = { model: "m", apiKey: "planted-key" };
  if (protocol === "openai") {
    const baseUrl = `${url}/v1`;
    const all = { ...options, baseUrl, dialect: createOpenAiDialect(baseUrl) };
    return { adapter: createOpenAiModel(all), client: createOpenAiBatchClient(all) };
  }
  const all = { ...options, baseUrl: url, dialect: createDialect(anthropicFeatures) };
  return { adapter: createAnthropicModel(all), client: createAnthropicBatchClient(all) };
}

/** A batched model whose waits are short. */
export function openBatched(
  parts: ReturnType<typeof connect>,
  log: BatchLog,
  options: Partial<BatchedModelOptions> = {},
): LanguageModel {
  return batchedModel(parts.adapter, parts.client, {
    log: () => Promise.resolve(log),
    collectMs: 5,
    pollMs: 1,
    clock: () => providerMs,
    ...options,
  });
}

export function toRequest(text: string): ModelRequest {
  return { system: null, prompt: [{ text }], schema: null, maxOutputTokens: 50, temperature: 0 };
}

/** A log in memory; what is appended is there for the next model that is given it. */
export function createMemoryLog(): BatchLog & { readonly entries: Json[] } {
  const entries: Json[] = [];
  return { entries, append: async (entry) => void entries.push(entry) };
}

export function openFileLog(path: string): BatchLog {
  const lines = existsSync(path) ? readFileSync(path, "utf8").trimEnd().split("\n") : [];
  return {
    entries: lines.map((line) => {
      const json = parseJson(line);
      return json.ok ? json.value : null;
    }),
    append: async (entry) => appendFileSync(path, `${JSON.stringify(entry)}\n`),
  };
}
