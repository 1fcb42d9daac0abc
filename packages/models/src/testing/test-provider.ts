import { parseJson } from "@observatory/core";
import * as z from "zod";
import { anthropicProtocol } from "./anthropic-protocol.ts";
import { handleEmbeddings } from "./embeddings.ts";
import { faultRuleSchema, type FaultRule } from "./faults.ts";
import { replyJson, type HttpReply, type HttpRequest } from "./http-reply.ts";
import { startLocalServer } from "./http-server.ts";
import { createdAt, openAiProtocol } from "./openai-protocol.ts";
import type { Protocol } from "./protocol.ts";
import { ProviderFailure } from "./provider-failure.ts";
import { handleCall, writeFailure } from "./handle-call.ts";
import { createProviderState, type ProviderState } from "./provider-state.ts";
import { handleAnthropicBatches } from "./batches/anthropic-batches.ts";
import { handleOpenAiBatches } from "./batches/openai-batches.ts";
import { handleOpenAiFiles } from "./batches/openai-files.ts";
import { toRules, toSettings, type TestProviderOptions } from "./settings.ts";
import type { ProviderStats } from "./tally.ts";

/** A provider of language models for tests, on a port of 127.0.0.1. */
export interface TestProvider extends AsyncDisposable {
  readonly url: string;
  /** Base URL for `@anthropic-ai/sdk`. */
  readonly anthropicUrl: string;
  /** Base URL for `openai`: ends in `/v1`. */
  readonly openAiUrl: string;
  /** Attempts to get an answer, those that failed included. */
  readonly calls: number;
  readonly requests: ProviderStats;
  /** Hash of a body to how often it was answered with success. */
  readonly bodies: ReadonlyMap<string, number>;
  /** Takes the place of the rules so far, for calls from now on. */
  setFaults(faults: FaultRule | readonly FaultRule[]): void;
}

/**
 * Starts a server that speaks the Messages protocol of Anthropic and the chat completions of OpenAI well enough for
 * their own SDKs, answers like a small honest analyst, and goes wrong on demand.
 *
 * Equal calls get equal answers from any provider with the same seed, whatever came before, with two exceptions:
 * faults count attempts, and cached tokens depend on earlier prompts. Stops when disposed of. `GET /__stats` gives
 * {@link ProviderStats} as JSON, `POST /__faults` takes fault rules.
 *
 * @example
 * await using provider = await startTestProvider({ faults: { share: 0.3, kinds: ["rate-limit", "hang"] } });
 * const client = new Anthropic({ baseURL: provider.anthropicUrl, apiKey: "any" });
 */
export async function startTestProvider(options: TestProviderOptions = {}): Promise<TestProvider> {
  const settings = toSettings(options);
  const state = createProviderState(settings);
  const server = await startLocalServer((request) => handle(state, request), settings);
  return {
    url: server.url,
    anthropicUrl: server.url,
    openAiUrl: `${server.url}/v1`,
    get calls() {
      return state.tally.stats().calls;
    },
    get requests() {
      return state.tally.stats();
    },
    get bodies() {
      return state.tally.bodies();
    },
    setFaults: (faults) => state.setFaults(toRules(faults)),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function handle(state: ProviderState, request: HttpRequest): Promise<HttpReply> {
  if (request.path === "/__stats") return replyJson(state.tally.stats());
  if (request.path === "/__faults" && request.method === "POST") return takeFaults(state, request);
  const protocol = protocolOf(request);
  try {
    const { protocol: spoken } = state.settings;
    if (spoken !== "both" && spoken !== protocol.name) throw notFound(request);
    checkKey(state, protocol, request);
    return await route(state, protocol, request);
  } catch (error) {
    return writeFailure(state, { protocol, error, requestId: `${state.nextNumber()}` });
  }
}

async function route(state: ProviderState, protocol: Protocol, request: HttpRequest): Promise<HttpReply> {
  const { method, path } = request;
  if (method === "POST" && path === "/v1/messages") return handleCall(state, anthropicProtocol, request);
  if (method === "POST" && path === "/v1/chat/completions") return handleCall(state, openAiProtocol, request);
  if (method === "POST" && path === "/v1/embeddings") return handleEmbeddings(state, request);
  if (method === "GET" && path === "/v1/models") return listModels(state, protocol);
  const reply =
    (await handleAnthropicBatches(state, request)) ??
    (await handleOpenAiFiles(state, request)) ??
    (await handleOpenAiBatches(state, request));
  if (reply === null) throw notFound(request);
  return reply;
}

function protocolOf({ path, headers }: HttpRequest): Protocol {
  if (path.startsWith("/v1/messages")) return anthropicProtocol;
  const isAnthropic = "anthropic-version" in headers || "x-api-key" in headers;
  return path === "/v1/models" && isAnthropic ? anthropicProtocol : openAiProtocol;
}

function checkKey({ settings }: ProviderState, protocol: Protocol, { headers }: HttpRequest): void {
  const { apiKey } = settings;
  const bearer = headers["authorization"]?.replace(/^Bearer /u, "");
  const sent = protocol.name === "anthropic" ? (headers["x-api-key"] ?? bearer) : bearer;
  if (apiKey === undefined || sent === apiKey) return;
  throw new ProviderFailure(
    "wrong-key",
    protocol.name === "anthropic" ? "invalid x-api-key" : "Incorrect API key provided.",
  );
}

function listModels({ settings }: ProviderState, protocol: Protocol): HttpReply {
  const names = settings.models ?? ["test-model"];
  if (protocol.name === "openai") {
    const data = names.map((id) => ({ id, object: "model", created: createdAt, owned_by: "test" }));
    return replyJson({ object: "list", data });
  }
  const created_at = new Date(createdAt * 1000).toISOString();
  const data = names.map((id) => ({ id, type: "model", display_name: id, created_at }));
  return replyJson({ data, has_more: false, first_id: names[0] ?? null, last_id: names.at(-1) ?? null });
}

async function takeFaults(state: ProviderState, request: HttpRequest): Promise<HttpReply> {
  const json = parseJson(new TextDecoder().decode(await request.read(1024 * 1024)));
  const read = z.array(faultRuleSchema).safeParse(json.ok ? json.value : null);
  if (!read.success) return replyJson({ error: "a list of fault rules is wanted" }, { status: 400 });
  state.setFaults(read.data);
  return replyJson({ rules: read.data.length });
}

function notFound({ method, path }: HttpRequest): ProviderFailure {
  return new ProviderFailure("not-found", `Not found: ${method} ${path}`);
}
