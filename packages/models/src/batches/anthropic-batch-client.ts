import type { CallOptions } from "@observatory/core";
import { connectAnthropic, toAnthropicProvider, type AnthropicOptions } from "../anthropic/connect.ts";
import { toMessageParams, type AnthropicFeature } from "../anthropic/to-message-params.ts";
import { toModelReply } from "../anthropic/to-model-reply.ts";
import type { Dialect } from "../wire/dialect.ts";
import { toFailure } from "../wire/failure.ts";
import { toAdapterError, toModelError, toUnreadableError } from "../wire/to-model-error.ts";
import { z } from "zod";
import type { BatchClient, BatchItem, BatchOutcome } from "./batch-client.ts";

export interface AnthropicBatchClientOptions extends AnthropicOptions {
  /** What the model takes: the one that the adapter learns. */
  readonly dialect: Dialect<AnthropicFeature>;
}

/** The Message Batches API of Anthropic. It keeps no name of ours, so that orphans are found by size and time. */
export function createAnthropicBatchClient(options: AnthropicBatchClientOptions): BatchClient {
  const { model, dialect } = options;
  const provider = toAnthropicProvider(options);
  let connecting: ReturnType<typeof connectAnthropic> | undefined;
  const connect = (): ReturnType<typeof connectAnthropic> => (connecting ??= connectAnthropic(options));
  const toLine = ({ customId, request }: BatchItem) => ({
    custom_id: customId,
    params: toMessageParams(model, request, dialect.choice),
  });
  const withErrors = async <T>({ signal }: CallOptions, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      throw toAdapterError(error, provider);
    }
  };
  const toOutcome = (data: unknown): BatchOutcome => {
    const result = resultSchema.safeParse(data);
    if (!result.success) return { type: "error", error: toUnreadableError(provider) };
    if (result.data.type === "succeeded") {
      const reply = toModelReply(result.data.message);
      return reply === null ? { type: "error", error: toUnreadableError(provider) } : { type: "reply", reply };
    }
    if (result.data.type !== "errored") return { type: "expired" };
    const { error } = result.data;
    const status = statuses[error.error.type] ?? 500;
    return { type: "error", error: toModelError(toFailure({ status, error }), provider) };
  };

  return {
    limits: { requests: 100_000, bytes: mostBytes },
    sizeOf: (item) => Buffer.byteLength(JSON.stringify(toLine(item))),
    submit: (items, { signal }) =>
      withErrors({ signal }, async () => {
        const client = await connect();
        const { id } = await client.messages.batches.create({ requests: items.map(toLine) }, { signal });
        return id;
      }),
    status: async (batchId, { signal } = {}) => {
      const client = await connect();
      try {
        const batch = await client.messages.batches.retrieve(batchId, {}, { signal });
        const total = sum(Object.values(batch.request_counts));
        // What is archived has no results any more.
        if (batch.archived_at !== null) return { state: "lost" };
        const state = batch.processing_status === "ended" ? "ended" : "running";
        return { state, done: total - batch.request_counts.processing, total };
      } catch (error) {
        signal?.throwIfAborted();
        if (toFailure(error).status === 404) return { state: "lost" };
        throw toAdapterError(error, provider);
      }
    },
    results: async function* (batchId, { signal } = {}) {
      try {
        const client = await connect();
        for await (const line of await client.messages.batches.results(batchId, {}, { signal }))
          yield { customId: line.custom_id, outcome: toOutcome(line.result) };
      } catch (error) {
        signal?.throwIfAborted();
        throw toAdapterError(error, provider);
      }
    },
    listRecent: async function* (sinceMs, { signal } = {}) {
      try {
        const client = await connect();
        for await (const batch of client.messages.batches.list({ limit: 100 }, { signal })) {
          const createdAtMs = Date.parse(batch.created_at);
          if (createdAtMs < sinceMs) return;
          const total = sum(Object.values(batch.request_counts));
          yield { batchId: batch.id, intent: null, createdAtMs, total };
        }
      } catch (error) {
        signal?.throwIfAborted();
        throw toAdapterError(error, provider);
      }
    },
    cancel: (batchId, { signal } = {}) =>
      withErrors({ signal }, async () => {
        await (await connect()).messages.batches.cancel(batchId, {}, { signal });
      }),
  };
}

/** The protocol takes 256 MB; the whole batch is one text in memory. */
const mostBytes = 128 * 2 ** 20;

const resultSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("succeeded"), message: z.unknown() }),
  z.object({ type: z.literal("errored"), error: z.object({ error: z.looseObject({ type: z.string() }) }) }),
  z.object({ type: z.enum(["expired", "canceled"]) }),
]);

const statuses: Readonly<Record<string, number>> = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  request_too_large: 413,
  rate_limit_error: 429,
  api_error: 500,
  timeout_error: 408,
  overloaded_error: 529,
};

function sum(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
