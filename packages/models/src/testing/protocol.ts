import type { Json, TokenUsage } from "@observatory/core";
import type { ProtocolName, ProviderCall } from "./provider-call.ts";
import type { ProviderFailure } from "./provider-failure.ts";
import type { LimitState } from "./rate-limiter.ts";

/** What a model says, before it is put into the shape of a protocol. */
export interface ProviderReply {
  readonly text: string;
  readonly stop: "end" | "length" | "refusal";
  readonly usage: TokenUsage;
  /** The likeliest first tokens with the logarithms of their probabilities, likeliest first; null where none are told. */
  readonly firstTokens: readonly (readonly [token: string, logprob: number])[] | null;
}

/** How one provider words calls, replies, errors and limits. */
export interface Protocol {
  readonly name: ProtocolName;
  /** Throws ProviderFailure where the body is not a call that the provider would take. */
  readCall(body: unknown): ProviderCall;
  writeReply(call: ProviderCall, reply: ProviderReply, id: string): Json;
  writeFailure(failure: ProviderFailure, requestId: string): { readonly status: number; readonly body: Json };
  /** Headers of every reply to a call. */
  writeHeaders(limits: LimitState, requestId: string): Readonly<Record<string, string>>;
}
