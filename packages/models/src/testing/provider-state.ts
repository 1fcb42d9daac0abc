import { setTimeout as wait } from "node:timers/promises";
import { contentHash, parseJson } from "@observatory/core";
import { drawTransportFault, longestRun, type FaultRule, type TransportFault } from "./faults.ts";
import { replyJson, type HttpReply, type HttpRequest } from "./http-reply.ts";
import type { Protocol } from "./protocol.ts";
import type { ProviderCall } from "./provider-call.ts";
import { ProviderFailure } from "./provider-failure.ts";
import { createRateLimiter, type RateLimiter } from "./rate-limiter.ts";
import { toRules, type Settings } from "./settings.ts";
import { createTally, type Tally } from "./tally.ts";
import { createTestModel, type TestModel } from "./test-model.ts";

/** What the handlers of one test provider share. */
export interface ProviderState {
  readonly settings: Settings;
  readonly tally: Tally;
  readonly model: TestModel;
  readonly limiter: RateLimiter;
  setFaults(rules: readonly FaultRule[]): void;
  /** The fault that the next attempt of a body meets, or null. */
  nextFault(call: ProviderCall): TransportFault | null;
  /** A number for an id, counted up from 1. */
  nextNumber(): number;
}

/** Creates the state of a provider that nobody has called yet. */
export function createProviderState(settings: Settings): ProviderState {
  const tally = createTally();
  let rules = toRules(settings.faults);
  const attempts = new Map<string, { count: number; run: number }>();
  let number = 0;
  const model = createTestModel({
    seed: settings.seed,
    faults: () => rules,
    answer: settings.answer,
    countTokens: settings.countTokens,
    minCacheTokens: settings.minCacheTokens ?? null,
    onFault: (fault) => tally.fault(fault),
  });
  return {
    settings,
    tally,
    model,
    limiter: createRateLimiter(settings.rateLimit, settings.clock),
    setFaults: (next) => {
      rules = next;
    },
    nextFault: (call) => {
      const seen = attempts.get(call.bodyHash) ?? { count: 0, run: 0 };
      const open =
        seen.run < longestRun ? rules : rules.filter(({ when }) => (when ?? "random") !== "random");
      const fault = drawTransportFault(open, {
        seed: settings.seed,
        key: call.bodyHash,
        attempt: seen.count + 1,
        title: call.title,
      });
      attempts.set(call.bodyHash, { count: seen.count + 1, run: fault === null ? 0 : seen.run + 1 });
      return fault;
    },
    nextNumber: () => ++number,
  };
}

/** Answers one call to a model, or fails at it as the settings want. */
export async function handleCall(
  state: ProviderState,
  protocol: Protocol,
  request: HttpRequest,
): Promise<HttpReply> {
  const { settings, tally, limiter, model } = state;
  const end = tally.begin();
  request.signal.addEventListener("abort", end);
  const requestId = `${state.nextNumber()}`;
  let hangs = false;
  try {
    const json = parseJson(new TextDecoder().decode(await request.read(settings.maxBodyBytes)));
    if (!json.ok) throw new ProviderFailure("invalid-request", "The request body is not valid JSON.");
    const call = readCall(state, protocol, json.value);
    if (!limiter.admit()) {
      throw new ProviderFailure("rate-limit", "This request would exceed the rate limit.", {
        retryAfterMs: limiter.state().resetMs,
      });
    }
    const fault = state.nextFault(call);
    if (fault !== null) tally.fault(fault);
    hangs = fault === "hang";
    if (hangs) return { kind: "hang" };
    if (settings.latencyMs > 0) await wait(settings.latencyMs, undefined, { signal: request.signal });
    throwFault(fault, settings.retryAfterMs);

    if (fault === "invalid-json") {
      return { kind: "whole", status: 200, headers: jsonHeaders, text: "<html><body>Bad gateway" };
    }
    const reply = model.reply(call);
    const body = protocol.writeReply(call, reply, replyId(call));
    if (fault === "cut-connection") return { kind: "cut", text: JSON.stringify(body) };
    limiter.spend(reply.usage.inputTokens + reply.usage.outputTokens);
    return {
      ...replyWhole(JSON.stringify(body), protocol.writeHeaders(limiter.state(), requestId)),
      onSent: () => tally.answered(call, reply, false),
    };
  } catch (error) {
    return writeFailure(state, { protocol, error, requestId });
  } finally {
    if (!hangs) end();
  }
}

/** The call that a body is. Throws ProviderFailure where the model is not known or the prompt too long for it. */
export function readCall(state: ProviderState, protocol: Protocol, json: unknown): ProviderCall {
  const call = protocol.readCall(json);
  const { models, contextTokens, countTokens } = state.settings;
  if (models !== undefined && !models.includes(call.model)) {
    const message =
      protocol.name === "anthropic"
        ? `model: ${call.model}`
        : `The model \`${call.model}\` does not exist or you do not have access to it.`;
    throw new ProviderFailure("unknown-model", message);
  }
  const tokens = countTokens(call.system) + countTokens(call.prompt);
  if (tokens > contextTokens) {
    const message =
      protocol.name === "anthropic"
        ? `prompt is too long: ${tokens} tokens > ${contextTokens} maximum`
        : `This model's maximum context length is ${contextTokens} tokens. However, your messages resulted in ${tokens} tokens.`;
    throw new ProviderFailure("context-too-long", message, { parameter: "messages" });
  }
  return call;
}

/** An id that is the same for the same call. */
export function replyId(call: ProviderCall): string {
  return contentHash(["reply", call.bodyHash]).slice(0, 24);
}

/** The reply for an error: the protocol's words for a ProviderFailure; anything else is thrown on. */
export function writeFailure(
  state: ProviderState,
  {
    protocol,
    error,
    requestId,
  }: { readonly protocol: Protocol; readonly error: unknown; readonly requestId: string },
): HttpReply {
  if (!(error instanceof ProviderFailure)) throw error;
  const { status, body } = protocol.writeFailure(error, requestId);
  const wait = error.retryAfterMs;
  return replyJson(body, {
    status,
    headers: {
      ...protocol.writeHeaders(state.limiter.state(), requestId),
      ...(wait === null ? {} : { "retry-after": String(wait / 1000) }),
      ...(wait === null || protocol.name === "anthropic" ? {} : { "retry-after-ms": String(wait) }),
      "x-should-retry": status === 429 || status >= 500 ? "true" : "false",
    },
  });
}

const jsonHeaders = { "content-type": "application/json" } as const;

function replyWhole(text: string, headers: Readonly<Record<string, string>>) {
  return { kind: "whole", status: 200, headers: { ...jsonHeaders, ...headers }, text } as const;
}

function throwFault(fault: TransportFault | null, retryAfterMs: number): void {
  switch (fault) {
    case "rate-limit":
      throw new ProviderFailure("rate-limit", "Number of requests has exceeded your rate limit.", {
        retryAfterMs,
      });
    case "rate-limit-without-retry-after":
      throw new ProviderFailure("rate-limit", "Number of requests has exceeded your rate limit.");
    case "server-error":
      throw new ProviderFailure("server-error", "Internal server error");
    case "overloaded":
      throw new ProviderFailure("overloaded", "Overloaded");
    case "unavailable":
      throw new ProviderFailure("unavailable", "Service unavailable");
    default:
  }
}
