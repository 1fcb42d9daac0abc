import { setTimeout as wait } from "node:timers/promises";
import { parseJson } from "@observatory/core";
import type { TransportFault } from "./faults.ts";
import { replyJson, type HttpReply, type HttpRequest } from "./http-reply.ts";
import type { Protocol } from "./protocol.ts";
import { replyId } from "./provider-call.ts";
import { ProviderFailure } from "./provider-failure.ts";
import type { ProviderState } from "./provider-state.ts";
import { readCall } from "./read-call.ts";

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
    const call = readCall(settings, protocol, json.value);
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
