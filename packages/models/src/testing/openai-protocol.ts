import { contentHash, type Json } from "@observatory/core";
import * as z from "zod";
import type { Protocol, ProviderReply } from "./protocol.ts";
import { findSchema, type ProviderCall } from "./provider-call.ts";
import { ProviderFailure, type FailureReason } from "./provider-failure.ts";
import { jsonSchemaSchema, parseSchemaText, readBody } from "./read-body.ts";
import { findNotStrict } from "./schema-limits.ts";

const dataUrl = /^data:(image\/(?:png|jpeg|gif|webp));base64,([A-Za-z0-9+/]+=*)$/u;
const textPart = z.looseObject({ type: z.literal("text"), text: z.string() });
const imagePart = z.looseObject({
  type: z.literal("image_url"),
  image_url: z.looseObject({ url: z.string().regex(dataUrl) }),
});
const content = z.union([z.string(), z.array(z.union([textPart, imagePart]))]);
const responseFormat = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("text") }),
  z.looseObject({ type: z.literal("json_object") }),
  z.looseObject({
    type: z.literal("json_schema"),
    json_schema: z.looseObject({
      name: z.string().regex(/^[\w-]{1,64}$/),
      schema: jsonSchemaSchema.optional(),
      strict: z.boolean().nullish(),
    }),
  }),
]);
const bodySchema = z.looseObject({
  model: z.string().min(1),
  messages: z
    .array(z.looseObject({ role: z.enum(["system", "developer", "user", "assistant"]), content }))
    .min(1),
  max_tokens: z.int().min(1).nullish(),
  max_completion_tokens: z.int().min(1).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  response_format: responseFormat.optional(),
  logprobs: z.boolean().nullish(),
  top_logprobs: z.int().min(0).max(20).nullish(),
  stream: z.literal(false).nullish(),
});

/** OpenAI's chat completions, as the `openai` SDK speaks them, with or without structured output. */
export const openAiProtocol: Protocol = {
  name: "openai",
  readCall: (json) => {
    const body = readBody(bodySchema, json);
    const isSystem = (role: string): boolean => role === "system" || role === "developer";
    const texts = body.messages.map(({ role, content }) => ({ role, text: toText(content) }));
    const system = texts.flatMap(({ role, text }) => (isSystem(role) ? [text] : [])).join("\n");
    const prompt = texts.flatMap(({ role, text }) => (isSystem(role) ? [] : [text])).join("\n");
    const format = body.response_format;
    if (format?.type === "json_object" && !/json/i.test(system + prompt)) {
      throw new ProviderFailure(
        "invalid-request",
        "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
        { parameter: "messages" },
      );
    }
    const asked = format?.type === "json_schema" ? format.json_schema : null;
    const problem = asked?.strict === true && asked.schema !== undefined ? findNotStrict(asked.schema) : null;
    if (problem !== null) {
      throw new ProviderFailure(
        "invalid-request",
        `Invalid schema for response_format '${asked?.name ?? ""}': ${problem}`,
        { parameter: "response_format" },
      );
    }
    const schema = asked?.schema ?? findSchema(`${system}\n${prompt}`, parseSchemaText);
    const title = schema?.["title"] ?? asked?.name;
    return {
      protocol: "openai",
      model: body.model,
      system,
      prompt,
      images: body.messages.flatMap(({ content }) => toImages(content)),
      cacheMarks: [],
      schema,
      schemaBeside: asked?.schema !== undefined,
      title: typeof title === "string" ? title : null,
      tool: null,
      maxOutputTokens: body.max_completion_tokens ?? body.max_tokens ?? 4096,
      firstTokens: body.logprobs === true ? (body.top_logprobs ?? 0) : null,
      bodyHash: contentHash(json),
    };
  },
  writeReply: (call, reply, id) => {
    const { inputTokens, cachedInputTokens, outputTokens } = reply.usage;
    const isRefusal = reply.stop === "refusal";
    return {
      id: `chatcmpl-${id}`,
      object: "chat.completion",
      created: createdAt,
      model: call.model,
      choices: [
        {
          index: 0,
          message: {
            role: "assistant",
            content: isRefusal ? null : reply.text,
            refusal: isRefusal ? reply.text : null,
          },
          logprobs: reply.firstTokens === null ? null : toLogprobs(reply.firstTokens),
          finish_reason: reply.stop === "length" ? "length" : "stop",
        },
      ],
      usage: {
        prompt_tokens: inputTokens,
        completion_tokens: outputTokens,
        total_tokens: inputTokens + outputTokens,
        prompt_tokens_details: { cached_tokens: cachedInputTokens, audio_tokens: 0 },
        completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 0 },
      },
      service_tier: "default",
      system_fingerprint: "fp_test",
    };
  },
  writeFailure: (failure) => {
    const { status, type, code } = words[failure.reason];
    return { status, body: { error: { message: failure.message, type, param: failure.parameter, code } } };
  },
  writeHeaders: (limits, requestId) => {
    const reset = `${limits.resetMs}ms`;
    return {
      "x-request-id": `req_${requestId}`,
      "openai-organization": "org-test",
      "openai-processing-ms": "1",
      "x-ratelimit-limit-requests": String(limits.requestLimit),
      "x-ratelimit-remaining-requests": String(limits.remainingRequests),
      "x-ratelimit-reset-requests": reset,
      "x-ratelimit-limit-tokens": String(limits.tokenLimit),
      "x-ratelimit-remaining-tokens": String(limits.remainingTokens),
      "x-ratelimit-reset-tokens": reset,
    };
  },
};

/** Seconds since 1970: the same in every reply, so that equal calls have equal replies. */
export const createdAt = 1_750_000_000;

const words = {
  "invalid-request": { status: 400, type: "invalid_request_error", code: null },
  "context-too-long": { status: 400, type: "invalid_request_error", code: "context_length_exceeded" },
  "wrong-key": { status: 401, type: "invalid_request_error", code: "invalid_api_key" },
  "unknown-model": { status: 404, type: "invalid_request_error", code: "model_not_found" },
  "not-found": { status: 404, type: "invalid_request_error", code: null },
  "too-large": { status: 413, type: "invalid_request_error", code: null },
  "rate-limit": { status: 429, type: "requests", code: "rate_limit_exceeded" },
  "server-error": { status: 500, type: "server_error", code: null },
  overloaded: { status: 503, type: "server_error", code: "server_overloaded" },
  unavailable: { status: 503, type: "server_error", code: "service_unavailable" },
} as const satisfies Record<FailureReason, { status: number; type: string; code: string | null }>;

/** The first token alone: nothing here reads those after it. */
function toLogprobs(firstTokens: NonNullable<ProviderReply["firstTokens"]>): Json {
  const top = firstTokens.map(([token, logprob]) => ({ token, logprob, bytes: null }));
  const [said] = top;
  return { content: said === undefined ? [] : [{ ...said, top_logprobs: top }], refusal: null };
}

function toText(parts: z.infer<typeof content>): string {
  if (typeof parts === "string") return parts;
  return parts.map((part) => (part.type === "text" ? part.text : "")).join("");
}

function toImages(parts: z.infer<typeof content>): ProviderCall["images"] {
  if (typeof parts === "string") return [];
  return parts.flatMap((part) => {
    if (part.type === "text") return [];
    const [, mediaType = "", data = ""] = dataUrl.exec(part.image_url.url) ?? [];
    return [{ mediaType, bytes: Buffer.from(data, "base64") }];
  });
}
