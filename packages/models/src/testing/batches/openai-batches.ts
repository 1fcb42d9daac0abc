import { parseJson, type Json } from "@observatory/core";
import * as z from "zod";
import { replyJson, type HttpReply, type HttpRequest } from "../http-reply.ts";
import { createdAt, openAiProtocol } from "../openai-protocol.ts";
import { replyId } from "../provider-call.ts";
import { ProviderFailure } from "../provider-failure.ts";
import type { ProviderState } from "../provider-state.ts";
import { readBody } from "../read-body.ts";
import type { BatchRequest, BatchResult, TestBatch } from "./batch-store.ts";
import { readLimit, toPage } from "./page.ts";

const bodySchema = z.looseObject({
  input_file_id: z.string(),
  endpoint: z.literal("/v1/chat/completions"),
  completion_window: z.literal("24h"),
  metadata: z.record(z.string().max(64), z.string().max(512)).nullish(),
});
const lineSchema = z.looseObject({
  custom_id: z.string().min(1),
  method: z.literal("POST"),
  url: z.literal("/v1/chat/completions"),
  body: z.looseObject({}),
});

const root = "/v1/batches";

/** Answers what is asked below `/v1/batches`, or null where that is nothing it knows. */
export async function handleOpenAiBatches(
  state: ProviderState,
  request: HttpRequest,
): Promise<HttpReply | null> {
  const { method, path } = request;
  const [id, action, ...more] = path.slice(root.length).split("/").slice(1);
  if (!path.startsWith(root) || more.length > 0) return null;
  if (id === undefined) {
    if (method === "POST") return create(state, request);
    return method === "GET" ? list(state, request) : null;
  }
  if (method === "POST" && action === "cancel") {
    return replyJson(write(state, state.batches.cancel("openai", id)));
  }
  if (method !== "GET" || action !== undefined) return null;
  return replyJson(write(state, state.batches.poll("openai", id)));
}

async function create(state: ProviderState, request: HttpRequest): Promise<HttpReply> {
  const json = parseJson(new TextDecoder().decode(await request.read(state.settings.maxBodyBytes)));
  const body = readBody(bodySchema, json.ok ? json.value : null);
  const file = state.files.get(body.input_file_id);
  if (file === undefined || file.purpose !== "batch") {
    throw new ProviderFailure("invalid-request", `No such batch file: ${body.input_file_id}`, {
      parameter: "input_file_id",
    });
  }
  const { requests, badLine } = readLines(file.text);
  const { batch, isUnheard } = state.batches.add(openAiProtocol, badLine === null ? requests : [], {
    inputFileId: file.id,
    metadata: body.metadata ?? null,
    badLine,
  });
  const written = write(state, batch);
  return isUnheard ? { kind: "cut", text: JSON.stringify(written) } : replyJson(written);
}

function readLines(text: string): { requests: BatchRequest[]; badLine: number | null } {
  const requests = new Map<string, BatchRequest>();
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  for (const [i, line] of lines.entries()) {
    const json = parseJson(line);
    const read = lineSchema.safeParse(json.ok ? json.value : null);
    if (!read.success || requests.has(read.data.custom_id)) return { requests: [], badLine: i + 1 };
    requests.set(read.data.custom_id, { customId: read.data.custom_id, body: read.data.body });
  }
  return { requests: [...requests.values()], badLine: lines.length === 0 ? 1 : null };
}

function list(state: ProviderState, request: HttpRequest): HttpReply {
  const { items, hasMore } = toPage(state.batches.list("openai"), {
    after: request.query.get("after"),
    limit: readLimit(request.query),
  });
  return replyJson({
    object: "list",
    data: items.map((batch) => write(state, batch)),
    has_more: hasMore,
    first_id: items[0]?.id ?? null,
    last_id: items.at(-1)?.id ?? null,
  });
}

const extraSchema = z.object({
  inputFileId: z.string(),
  metadata: z.record(z.string(), z.string()).nullable(),
  badLine: z.number().nullable(),
});

function write(state: ProviderState, batch: TestBatch): Json {
  const { inputFileId, metadata, badLine } = extraSchema.parse(batch.extra);
  const done = batch.results.filter((result) => result.type === "succeeded");
  const failed = batch.results.filter((result) => result.type !== "succeeded");
  return {
    id: batch.id,
    object: "batch",
    endpoint: "/v1/chat/completions",
    errors:
      badLine === null
        ? null
        : {
            object: "list",
            data: [
              { code: "invalid_json_line", message: "This line is not valid.", line: badLine, param: null },
            ],
          },
    input_file_id: inputFileId,
    completion_window: "24h",
    status: statusOf(batch, badLine !== null),
    output_file_id: fileOf(state, { batch, name: "output", results: done }),
    error_file_id: fileOf(state, { batch, name: "error", results: failed }),
    created_at: createdAt,
    expires_at: createdAt + 24 * 3600,
    request_counts: { total: batch.size, completed: done.length, failed: failed.length },
    metadata,
  };
}

function statusOf(batch: TestBatch, isBad: boolean): string {
  if (isBad) return "failed";
  if (batch.state === "canceling") return "cancelling";
  if (batch.state === "in-progress") return "in_progress";
  if (batch.wasCanceled) return "cancelled";
  return batch.results.some(({ type }) => type === "expired") ? "expired" : "completed";
}

interface ResultFile {
  readonly batch: TestBatch;
  readonly name: "output" | "error";
  readonly results: readonly BatchResult[];
}

/** Id of the file of these results, written when it is first asked for; null where there is nothing to write. */
function fileOf(state: ProviderState, { batch, name, results }: ResultFile): string | null {
  if (results.length === 0) return null;
  const id = `file-${batch.id}-${name}`;
  if (state.files.get(id) === undefined) {
    const text = results.map((result) => `${JSON.stringify(writeResult(batch, result))}\n`).join("");
    state.files.add({ name: `${batch.id}_${name}.jsonl`, purpose: "batch_output", text }, id);
  }
  return id;
}

function writeResult(batch: TestBatch, result: BatchResult): Json {
  const shared = { id: `batch_req_${batch.id}_${result.customId}`, custom_id: result.customId };
  const answered = (status: number, body: Json): Json => ({
    ...shared,
    response: { status_code: status, request_id: shared.id, body },
    error: null,
  });
  switch (result.type) {
    case "succeeded":
      return answered(200, openAiProtocol.writeReply(result.call, result.reply, replyId(result.call)));
    case "errored": {
      const { status, body } = openAiProtocol.writeFailure(result.failure, shared.id);
      return answered(status, body);
    }
    case "expired":
      return {
        ...shared,
        response: null,
        error: {
          code: "batch_expired",
          message: "This request could not be executed before the end of the window.",
        },
      };
    case "canceled":
      return {
        ...shared,
        response: null,
        error: { code: "batch_cancelled", message: "The batch was cancelled." },
      };
    default:
      return result satisfies never;
  }
}
