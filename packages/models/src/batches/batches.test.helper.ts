import { parseJson, type Json, type LanguageModel, type ModelRequest } from "@observatory/core";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { openProvider } from "../open-language-model.ts";
import type { BatchClient } from "./batch-client.ts";
import type { BatchLog } from "./batch-log.ts";
import { batchedModel, type BatchedModelOptions } from "./batched-model.ts";

export const protocols = ["anthropic", "openai"] as const;
export type TestProtocol = (typeof protocols)[number];

/** When the batches of the test provider were created. */
export const providerMs = 1_750_000_000_000;

interface Parts {
  readonly adapter: LanguageModel;
  readonly client: BatchClient;
}

/** A model and the batch endpoint of the same provider. */
export async function connect(protocol: TestProtocol, url: string): Promise<Parts> {
  const { model, batches } = await openProvider(`${protocol}:m`, {
    baseUrl: protocol === "openai" ? `${url}/v1` : url,
    anthropicApiKey: "planted-key",
    openAiApiKey: "planted-key",
  });
  if (batches === null) throw new TypeError(`${protocol} has no batches`);
  return { adapter: model, client: batches };
}

/** A batched model whose waits are short. */
export function openBatched(
  parts: Parts,
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
