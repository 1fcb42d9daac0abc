import type { Json } from "./json.ts";
import type { CallOptions } from "./text-embedder.ts";

/** A JSON Schema whose top is an object, closed (`additionalProperties: false`) and with every property required. */
export type JsonSchema = { readonly [key: string]: Json };

/** One part of what the user's turn says. */
export interface PromptPart {
  readonly text: string;
  /** True where everything up to the end of this part is shared by several calls, so that a provider should cache it. */
  readonly cache?: boolean;
}

/** A picture that a model is shown. */
export interface PromptImage {
  readonly bytes: Uint8Array;
  readonly mediaType: "image/png" | "image/jpeg";
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** One call, with everything that its answer depends on. */
export interface ModelRequest {
  /** Instructions that stand before the user's turn, or null. */
  readonly system: string | null;
  /** The user's turn; its parts are one text. */
  readonly prompt: readonly PromptPart[];
  /** What the user's turn shows, before its text. A model that cannot see refuses the call. */
  readonly images?: readonly PromptImage[];
  /**
   * How many of the likeliest first tokens are asked for. Where the provider tells them the reply's text is JSON,
   * `{"text","first":[[token, natural logarithm of its probability], ...]}`; else it is the text alone.
   */
  readonly firstTokens?: number;
  /** What the answer must fit, or null for plain text. A provider that cannot be bound by it is only asked to follow it. */
  readonly schema: JsonSchema | null;
  /** Tokens of the answer at most. */
  readonly maxOutputTokens: number;
  readonly temperature: number;
}

export interface TokenUsage {
  /** Tokens of the whole prompt: read from a cache, written to one, or neither. */
  readonly inputTokens: number;
  /** Those of them that the provider read from its cache. */
  readonly cachedInputTokens: number;
  /** Those of them that the provider wrote to its cache. */
  readonly cacheWriteTokens: number;
  readonly outputTokens: number;
}

/** What a provider says of the room that is left; null where it does not say. */
export interface RateLimits {
  readonly remainingRequests: number | null;
  readonly remainingTokens: number | null;
  /** Milliseconds until the tighter of the two is filled again. */
  readonly resetMs: number | null;
}

export interface ModelReply {
  readonly text: string;
  /** `end`: complete; `length`: cut at `maxOutputTokens`; `refusal`: the model or its provider declined. */
  readonly stop: "end" | "length" | "refusal";
  readonly usage: TokenUsage;
  readonly limits?: RateLimits;
  /** True where a batch endpoint gave it, at the price of batches. */
  readonly batched?: boolean;
}

export interface ModelCallOptions extends CallOptions {
  /** What the call is for: a short name by which usage is summed, such as the key of a stage. No part of the answer's key. */
  readonly purpose?: string;
}

/** Answers prompts. An adapter makes one attempt a call; retries, journal and budget are wrapped around it. */
export interface LanguageModel {
  /** Part of every cache key: `<provider>/<model>`. */
  readonly id: string;
  /** How many calls it makes sense to have in flight at most. */
  readonly concurrency: number;
  /** Tokens of a text as the provider would count them, or an estimate from its kind of text. No call. */
  countTokens(text: string): number;
  /** Throws ModelError, and the reason of an abort. */
  generate(request: ModelRequest, options?: ModelCallOptions): Promise<ModelReply>;
  /** Ends connections and frees weights. */
  close(): Promise<void>;
}
