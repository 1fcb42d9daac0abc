import { parseJson } from "@observatory/core";
import { z } from "zod";
import { assembleStream } from "./assemble-stream.ts";
import { readAnthropicAnswer, readAnthropicRequest } from "./anthropic-exchange.ts";
import { found, hasAny, lost, type ConversationFormat } from "./conversation-draft.ts";
import { joinAnswer, toMessageDrafts } from "./turns.ts";

/** How logs name the two sides of an exchange, and the fields beside them. */
const record = z.object({
  request: z.unknown().optional(),
  request_body: z.unknown().optional(),
  input: z.unknown().optional(),
  response: z.unknown().optional(),
  response_body: z.unknown().optional(),
  output: z.unknown().optional(),
  id: z.unknown().optional(),
  request_id: z.unknown().optional(),
  requestId: z.unknown().optional(),
  timestamp: z.unknown().optional(),
  created_at: z.unknown().optional(),
});
const wrapped = z.object({
  body: z.unknown().optional(),
  inputBodyJson: z.unknown().optional(),
  outputBodyJson: z.unknown().optional(),
});
const failure = z.union([
  z.object({ error: z.looseObject({}) }),
  z.object({ errorCode: z.string() }),
  z.object({ type: z.literal("error") }),
]);

/**
 * Requests to Anthropic's Messages API as programs and gateways log them: the request alone, the request with its
 * `response` among its fields, or both as `{request, response}`, `{input, output}` or `{request_body, response_body}`,
 * each as an object, as JSON in a string, or under `body` (`inputBodyJson` in the logs of Bedrock). Streamed answers are
 * put together: Bedrock logs them as lists of events, proxies as the text of server-sent events.
 *
 * Each request is one conversation and holds all that came before: a log of every turn holds the same talk several
 * times, and nothing in it says so. A request may begin the answer itself, and the answer then goes on from there.
 */
export const anthropicMessagesFormat = {
  name: "anthropic-messages",
  describe:
    'Anthropic Messages API: {"model","max_tokens","system"?,"messages":[...],"metadata"?} or {"request":{...},"response":{...}}',
  detect: (value) => {
    const sides = toSides(value);
    if (sides === null || !hasMessages.safeParse(sides.request).success) return 0;
    if (hasSystemRole(sides.request) || hasAny(value, ["custom_id"])) return 0;
    if (hasAny(sides.request, ownFields) || hasOwnBlocks.safeParse(sides.request).success) return 1;
    if (ownAnswer.safeParse(sides.answer).success || ownUser.safeParse(sides.request).success) return 1;
    return ownModel.safeParse(sides.request).success ? 0.98 : 0;
  },
  parse: (value, onRepair) => {
    const sides = toSides(value);
    const request = sides === null ? null : readAnthropicRequest(sides.request);
    if (sides === null || request === null) return lost("not-a-conversation");
    const answer = readAnthropicAnswer(sides.answer);
    if (answer === null && sides.answer !== undefined)
      onRepair(failure.safeParse(sides.answer).success ? "answer-failed" : "answer-missing");
    if (sides.isCut) onRepair("stream-cut");
    if (request.hasHidden || answer?.hasHidden === true) onRepair("hidden-parts-dropped");
    return found({
      id: sides.id ?? answer?.id,
      account: request.account,
      createdAt: sides.time,
      model: answer?.model ?? request.model,
      messages: toMessageDrafts(joinAnswer(request.turns, answer?.turns ?? []), onRepair),
    });
  },
} as const satisfies ConversationFormat;

interface Sides {
  readonly request: unknown;
  /** Undefined where the log keeps none. */
  readonly answer: unknown;
  /** Whether it was streamed and breaks off. */
  readonly isCut: boolean;
  readonly id: unknown;
  readonly time: unknown;
}

function toSides(value: unknown): Sides | null {
  const { data } = record.safeParse(value);
  if (data === undefined) return null;
  const { request, request_body, input, response, response_body, output } = data;
  const answer = unwrap(response ?? response_body ?? output ?? undefined);
  const stream = assembleStream(answer);
  return {
    request: unwrap(request ?? request_body ?? input ?? value),
    answer: stream === null ? answer : stream.message,
    isCut: stream?.isCut === true,
    id: data.request_id ?? data.requestId ?? data.id,
    time: data.timestamp ?? data.created_at,
  };
}

function unwrap(value: unknown): unknown {
  const opened = fromText(value);
  const { body, inputBodyJson, outputBodyJson } = wrapped.safeParse(opened).data ?? {};
  return fromText(body ?? inputBodyJson ?? outputBodyJson ?? opened);
}

function fromText(value: unknown): unknown {
  if (typeof value !== "string" || !value.trimStart().startsWith("{")) return value;
  const parsed = parseJson(value);
  return parsed.ok ? parsed.value : value;
}

// What tells a request from those to other chat APIs, whose system prompt is one of the messages.

const ownFields = ["system", "anthropic_version", "anthropic_beta", "stop_sequences", "thinking"];
const hasMessages = z.object({ messages: z.array(z.object({ role: z.string() })).min(1) });
const ownUser = z.object({ metadata: z.object({ user_id: z.string() }) });
const ownModel = z.object({ model: z.string().regex(/claude/iu), max_tokens: z.number() });
const ownAnswer = z.object({ type: z.literal("message"), content: z.array(z.unknown()) });
const ownBlock = z.union([
  z.object({ type: z.enum(["tool_use", "tool_result", "thinking", "redacted_thinking"]) }),
  z.object({ type: z.enum(["image", "document"]), source: z.looseObject({}) }),
]);
const hasOwnBlocks = z.object({
  messages: z.array(z.unknown()).refine((messages) => messages.some(hasOwnBlock)),
});
const blocks = z.object({ content: z.array(z.unknown()) });

function hasOwnBlock(message: unknown): boolean {
  const content = blocks.safeParse(message).data?.content ?? [];
  return content.some((block) => ownBlock.safeParse(block).success);
}

function hasSystemRole(request: unknown): boolean {
  const messages = hasMessages.safeParse(request).data?.messages ?? [];
  return messages.some(({ role }) => role === "system" || role === "developer" || role === "tool");
}
