import { parseJson, type CallOptions } from "@observatory/core";
import { z } from "zod";
import { connectOpenAi, toOpenAiProvider, type OpenAiOptions } from "../openai/connect.ts";
import { toChatParams, type OpenAiFeature } from "../openai/to-chat-params.ts";
import { toChatReply } from "../openai/to-model-reply.ts";
import type { Dialect } from "../wire/dialect.ts";
import { toFailure } from "../wire/failure.ts";
import { toAdapterError, toModelError, toUnreadableError } from "../wire/to-model-error.ts";
import type { BatchClient, BatchItem, BatchOutcome, BatchResult } from "./batch-client.ts";
import { readLines } from "./read-lines.ts";

export interface OpenAiBatchClientOptions extends OpenAiOptions {
  /** What the model takes: the one that the adapter learns. */
  readonly dialect: Dialect<OpenAiFeature>;
}

/** The Batch API of OpenAI, for chat completions. It keeps our name of a batch in its metadata. */
export function createOpenAiBatchClient(options: OpenAiBatchClientOptions): BatchClient {
  const { model, dialect } = options;
  const provider = toOpenAiProvider(options);
  let connecting: ReturnType<typeof connectOpenAi> | undefined;
  const connect = (): ReturnType<typeof connectOpenAi> => (connecting ??= connectOpenAi(options));
  const toLine = ({ customId, request }: BatchItem): string => {
    const body = toChatParams(model, request, { choice: dialect.choice, reasons: false });
    return JSON.stringify({ custom_id: customId, method: "POST", url: endpoint, body });
  };
  const withErrors = async <T>({ signal }: CallOptions, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      throw toAdapterError(error, provider);
    }
  };
  const toOutcome = ({ response, error }: z.infer<typeof lineSchema>): BatchOutcome => {
    if (error?.code === "batch_expired" || error?.code === "batch_cancelled") return { type: "expired" };
    if (response === null || response.status_code >= 400) {
      const failure = toFailure({ status: response?.status_code ?? 500, error: response?.body ?? error });
      return { type: "error", error: toModelError(failure, provider) };
    }
    const reply = toChatReply(response.body);
    if (reply === null || reply.usage === null) return { type: "error", error: toUnreadableError(provider) };
    const { text, stop, usage } = reply;
    return { type: "reply", reply: { text, stop, usage } };
  };
  const readFile = async function* (fileId: string, { signal }: CallOptions): AsyncGenerator<BatchResult> {
    const client = await connect();
    const { body } = await client.files.content(fileId, { signal });
    for await (const line of readLines(body)) {
      const json = parseJson(line);
      const parsed = lineSchema.safeParse(json.ok ? json.value : null);
      // A line whose id cannot be read counts as missing, and its call is submitted again.
      if (parsed.success) yield { customId: parsed.data.custom_id, outcome: toOutcome(parsed.data) };
    }
  };

  return {
    limits: { requests: 50_000, bytes: mostBytes },
    sizeOf: (item) => Buffer.byteLength(toLine(item)) + 1,
    submit: (items, { intent, signal }) =>
      withErrors({ signal }, async () => {
        const client = await connect();
        const file = new File([items.map((item) => `${toLine(item)}\n`).join("")], `${intent}.jsonl`);
        const { id } = await client.files.create({ file, purpose: "batch" }, { signal });
        const batch = await client.batches.create(
          { input_file_id: id, endpoint, completion_window: "24h", metadata: { [intentName]: intent } },
          { signal },
        );
        return batch.id;
      }),
    status: async (batchId, { signal } = {}) => {
      const client = await connect();
      try {
        const batch = await client.batches.retrieve(batchId, { signal });
        if (batch.status === "failed") {
          const [first] = batch.errors?.data ?? [];
          const status = /limit/u.test(first?.code ?? "") ? 429 : 400;
          return { state: "failed", error: toModelError(toFailure({ status, error: first }), provider) };
        }
        const counts = batch.request_counts ?? { total: 0, completed: 0, failed: 0 };
        const state = ended.has(batch.status) ? "ended" : "running";
        return { state, done: counts.completed + counts.failed, total: counts.total };
      } catch (error) {
        signal?.throwIfAborted();
        if (toFailure(error).status === 404) return { state: "lost" };
        throw toAdapterError(error, provider);
      }
    },
    results: async function* (batchId, { signal } = {}) {
      try {
        const client = await connect();
        const batch = await client.batches.retrieve(batchId, { signal });
        for (const fileId of [batch.output_file_id, batch.error_file_id]) {
          if (fileId) yield* readFile(fileId, { signal });
        }
      } catch (error) {
        signal?.throwIfAborted();
        throw toAdapterError(error, provider);
      }
    },
    listRecent: async function* (sinceMs, { signal } = {}) {
      try {
        const client = await connect();
        for await (const batch of client.batches.list({ limit: 100 }, { signal })) {
          const createdAtMs = 1000 * batch.created_at;
          if (createdAtMs < sinceMs) return;
          const total = batch.request_counts?.total ?? 0;
          yield { batchId: batch.id, intent: batch.metadata?.[intentName] ?? "", createdAtMs, total };
        }
      } catch (error) {
        signal?.throwIfAborted();
        throw toAdapterError(error, provider);
      }
    },
    cancel: (batchId, { signal } = {}) =>
      withErrors({ signal }, async () => {
        await (await connect()).batches.cancel(batchId, { signal });
      }),
  };
}

const endpoint = "/v1/chat/completions";
const intentName = "observatory_intent";
/** The protocol takes 200 MB; the whole batch is one text in memory. */
const mostBytes = 128 * 2 ** 20;
const ended: ReadonlySet<string> = new Set(["completed", "expired", "cancelled"]);

const lineSchema = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.number(), body: z.unknown() }).nullable().catch(null),
  error: z.looseObject({ code: z.string().nullish().catch(null) }).nullish().catch(null),
});
