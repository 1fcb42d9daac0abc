import { parseJson, type Json } from "@observatory/core";
import * as z from "zod";
import { anthropicProtocol } from "../anthropic-protocol.ts";
import { replyJson, type HttpReply, type HttpRequest } from "../http-reply.ts";
import { createdAt } from "../openai-protocol.ts";
import { replyId } from "../provider-call.ts";
import { ProviderFailure } from "../provider-failure.ts";
import type { ProviderState } from "../provider-state.ts";
import { readBody } from "../read-body.ts";
import type { BatchResult, TestBatch } from "./batch-store.ts";
import { readLimit, toPage } from "./page.ts";

const bodySchema = z.looseObject({
  requests: z
    .array(z.looseObject({ custom_id: z.string().regex(/^[\w-]{1,64}$/), params: z.unknown() }))
    .min(1)
    .max(100_000),
});

const root = "/v1/messages/batches";

/** Answers what is asked below `/v1/messages/batches`, or null where that is nothing it knows. */
export async function handleAnthropicBatches(
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
    return replyJson(write(state.batches.cancel("anthropic", id), request));
  }
  if (method !== "GET") return null;
  if (action === undefined) return replyJson(write(state.batches.poll("anthropic", id), request));
  return action === "results" ? results(state, id) : null;
}

async function create(state: ProviderState, request: HttpRequest): Promise<HttpReply> {
  const json = parseJson(new TextDecoder().decode(await request.read(8 * state.settings.maxBodyBytes)));
  const { requests } = readBody(bodySchema, json.ok ? json.value : null);
  const ids = new Set(requests.map((item) => item.custom_id));
  if (ids.size < requests.length) {
    throw new ProviderFailure("invalid-request", "requests: custom_id must be unique within a batch");
  }
  const { batch, isUnheard } = state.batches.add(
    anthropicProtocol,
    requests.map(({ custom_id, params }) => ({ customId: custom_id, body: params })),
  );
  const body = write(batch, request);
  return isUnheard ? { kind: "cut", text: JSON.stringify(body) } : replyJson(body);
}

function list(state: ProviderState, request: HttpRequest): HttpReply {
  const { items, hasMore } = toPage(state.batches.list("anthropic"), {
    after: request.query.get("after_id"),
    limit: readLimit(request.query),
  });
  return replyJson({
    data: items.map((batch) => write(batch, request)),
    has_more: hasMore,
    first_id: items[0]?.id ?? null,
    last_id: items.at(-1)?.id ?? null,
  });
}

function results(state: ProviderState, id: string): HttpReply {
  const batch = state.batches.poll("anthropic", id);
  if (batch.state !== "ended") {
    throw new ProviderFailure("invalid-request", `Batch ${id} has no available results.`);
  }
  const lines = batch.results.map((result) =>
    JSON.stringify({ custom_id: result.customId, result: writeResult(result) }),
  );
  return {
    kind: "whole",
    status: 200,
    headers: { "content-type": "application/x-jsonl" },
    text: lines.map((line) => `${line}\n`).join(""),
  };
}

function writeResult(result: BatchResult): Json {
  switch (result.type) {
    case "succeeded":
      return {
        type: "succeeded",
        message: anthropicProtocol.writeReply(result.call, result.reply, replyId(result.call)),
      };
    case "errored":
      return { type: "errored", error: anthropicProtocol.writeFailure(result.failure, "batch").body };
    case "expired":
    case "canceled":
      return { type: result.type };
    default:
      return result satisfies never;
  }
}

function write(batch: TestBatch, request: HttpRequest): Json {
  const count = (type: BatchResult["type"]): number =>
    batch.results.filter((result) => result.type === type).length;
  const hasEnded = batch.state === "ended";
  const at = (hours: number): string => new Date(createdAt * 1000 + hours * 3_600_000).toISOString();
  return {
    id: batch.id,
    type: "message_batch",
    processing_status: hasEnded ? "ended" : batch.state === "canceling" ? "canceling" : "in_progress",
    request_counts: {
      processing: hasEnded ? 0 : batch.size,
      succeeded: count("succeeded"),
      errored: count("errored"),
      canceled: count("canceled"),
      expired: count("expired"),
    },
    created_at: at(0),
    expires_at: at(24),
    ended_at: hasEnded ? at(1) : null,
    archived_at: null,
    cancel_initiated_at: batch.wasCanceled ? at(0) : null,
    results_url: hasEnded ? `http://${request.headers["host"] ?? ""}${root}/${batch.id}/results` : null,
  };
}
