import { contentHash, parseJson, type Json } from "@observatory/core";
import * as z from "zod";
import { findUnsupported } from "./schema-limits.ts";
import { jsonSchemaSchema, parseSchemaText, readBody } from "./read-body.ts";
import type { Protocol } from "./protocol.ts";
import { findSchema, type ProviderCall } from "./provider-call.ts";
import { ProviderFailure, type FailureReason } from "./provider-failure.ts";

const cacheControl = z.looseObject({ type: z.literal("ephemeral") }).nullish();
const textBlock = z.looseObject({
  type: z.literal("text"),
  text: z.string().min(1),
  cache_control: cacheControl,
});
const imageBlock = z.looseObject({
  type: z.literal("image"),
  source: z.looseObject({
    type: z.literal("base64"),
    media_type: z.enum(["image/png", "image/jpeg", "image/gif", "image/webp"]),
    data: z.base64(),
  }),
});
const content = z.union([z.string(), z.array(textBlock)]);
const shown = z.union([z.string(), z.array(z.union([textBlock, imageBlock]))]);
const format = z.looseObject({ type: z.literal("json_schema"), schema: jsonSchemaSchema }).nullish();

const bodySchema = z.looseObject({
  model: z.string().min(1),
  max_tokens: z.int().min(1),
  system: content.optional(),
  messages: z.array(z.looseObject({ role: z.enum(["user", "assistant"]), content: shown })).min(1),
  temperature: z.number().min(0).max(1).optional(),
  tools: z
    .array(z.looseObject({ name: z.string(), input_schema: jsonSchemaSchema, cache_control: cacheControl }))
    .optional(),
  tool_choice: z.looseObject({ type: z.string(), name: z.string().optional() }).optional(),
  output_config: z.looseObject({ format }).optional(),
  output_format: format,
  stream: z.literal(false).optional(),
});
type Body = z.infer<typeof bodySchema>;

/** Anthropic's Messages protocol, as `@anthropic-ai/sdk` speaks it: structured output, forced tools, cache marks. */
export const anthropicProtocol: Protocol = {
  name: "anthropic",
  readCall: (json) => {
    const body = readBody(bodySchema, json);
    const schema = (body.output_config?.format ?? body.output_format)?.schema ?? null;
    const unsupported = schema === null ? null : findUnsupported(schema);
    if (unsupported !== null) {
      throw new ProviderFailure("invalid-request", `output_config.format.schema: ${unsupported}`);
    }
    const tool = forcedTool(body);
    const system = readSegments(body.system ?? []);
    const prompt = body.messages.flatMap((message, i) => [
      ...(i === 0 ? [] : [{ text: "\n", marked: false }]),
      ...readSegments(message.content),
    ]);
    const systemText = joinTexts(system);
    const bound = schema ?? tool?.input_schema ?? findSchema(systemText, parseSchemaText);
    return {
      protocol: "anthropic",
      model: body.model,
      system: systemText,
      prompt: joinTexts(prompt),
      images: body.messages.flatMap(({ content }) => readImages(content)),
      cacheMarks: findMarks([...system, ...prompt]),
      schema: bound,
      schemaBeside: schema !== null || tool !== null,
      title: titleOf(bound) ?? tool?.name ?? null,
      tool: tool?.name ?? null,
      maxOutputTokens: body.max_tokens,
      firstTokens: null,
      bodyHash: contentHash(json),
    };
  },
  writeReply: (call, reply, id) => {
    const { usage } = reply;
    return {
      id: `msg_${id}`,
      type: "message",
      role: "assistant",
      model: call.model,
      content: writeContent(call, reply.text, id),
      stop_reason: {
        end: call.tool === null ? "end_turn" : "tool_use",
        length: "max_tokens",
        refusal: "refusal",
      }[reply.stop],
      stop_sequence: null,
      stop_details: reply.stop === "refusal" ? { type: "refusal", category: null, explanation: null } : null,
      usage: {
        input_tokens: usage.inputTokens - usage.cachedInputTokens - usage.cacheWriteTokens,
        cache_read_input_tokens: usage.cachedInputTokens,
        cache_creation_input_tokens: usage.cacheWriteTokens,
        cache_creation: {
          ephemeral_5m_input_tokens: usage.cacheWriteTokens,
          ephemeral_1h_input_tokens: 0,
        },
        output_tokens: usage.outputTokens,
        service_tier: "standard",
      },
    };
  },
  writeFailure: (failure, requestId) => {
    const { status, type } = words[failure.reason];
    return {
      status,
      body: { type: "error", error: { type, message: failure.message }, request_id: `req_${requestId}` },
    };
  },
  writeHeaders: (limits, requestId) => {
    const resetAt = new Date(limits.resetAt).toISOString();
    return {
      "request-id": `req_${requestId}`,
      "anthropic-organization-id": "org_test",
      "anthropic-ratelimit-requests-limit": String(limits.requestLimit),
      "anthropic-ratelimit-requests-remaining": String(limits.remainingRequests),
      "anthropic-ratelimit-requests-reset": resetAt,
      "anthropic-ratelimit-tokens-limit": String(limits.tokenLimit),
      "anthropic-ratelimit-tokens-remaining": String(limits.remainingTokens),
      "anthropic-ratelimit-tokens-reset": resetAt,
    };
  },
};

const words = {
  "invalid-request": { status: 400, type: "invalid_request_error" },
  "context-too-long": { status: 400, type: "invalid_request_error" },
  "wrong-key": { status: 401, type: "authentication_error" },
  "unknown-model": { status: 404, type: "not_found_error" },
  "not-found": { status: 404, type: "not_found_error" },
  "too-large": { status: 413, type: "request_too_large" },
  "rate-limit": { status: 429, type: "rate_limit_error" },
  "server-error": { status: 500, type: "api_error" },
  overloaded: { status: 529, type: "overloaded_error" },
  unavailable: { status: 503, type: "api_error" },
} as const satisfies Record<FailureReason, { status: number; type: string }>;

function readImages(content: z.infer<typeof shown>): ProviderCall["images"] {
  if (typeof content === "string") return [];
  return content.flatMap((block) =>
    block.type === "image"
      ? [{ mediaType: block.source.media_type, bytes: Buffer.from(block.source.data, "base64") }]
      : [],
  );
}

interface Segment {
  readonly text: string;
  readonly marked: boolean;
}

function readSegments(content: z.infer<typeof shown>): Segment[] {
  if (typeof content === "string") return [{ text: content, marked: false }];
  return content.flatMap((block) =>
    block.type === "text" ? [{ text: block.text, marked: (block.cache_control ?? null) !== null }] : [],
  );
}

function joinTexts(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join("");
}

function findMarks(segments: readonly Segment[]): number[] {
  const marks: number[] = [];
  let end = 0;
  for (const { text, marked } of segments) {
    end += text.length;
    if (marked) marks.push(end);
  }
  if (marks.length > 4) {
    throw new ProviderFailure("invalid-request", "A maximum of 4 blocks with cache_control may be provided.");
  }
  return marks;
}

function forcedTool(body: Body): NonNullable<Body["tools"]>[number] | null {
  const { tool_choice: choice, tools = [] } = body;
  if (choice?.type !== "tool" && choice?.type !== "any") return null;
  const tool = choice.type === "any" ? tools[0] : tools.find(({ name }) => name === choice.name);
  if (tool === undefined)
    throw new ProviderFailure("invalid-request", "tool_choice: tool not found in tools");
  return tool;
}

function titleOf(schema: ProviderCall["schema"]): string | null {
  const title = schema?.["title"];
  return typeof title === "string" ? title : null;
}

function writeContent(call: ProviderCall, text: string, id: string): Json[] {
  if (call.tool === null) return text === "" ? [] : [{ type: "text", text, citations: null }];
  const input = parseJson(text);
  const isObject = input.ok && typeof input.value === "object" && input.value !== null;
  // A model that does not call the tool it was told to call answers in words.
  if (!isObject) return text === "" ? [] : [{ type: "text", text, citations: null }];
  return [{ type: "tool_use", id: `toolu_${id}`, name: call.tool, input: toJson(input.value) }];
}

function toJson(value: unknown): Json {
  return z.json().parse(value);
}
