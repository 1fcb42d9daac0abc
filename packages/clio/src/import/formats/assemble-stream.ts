import { parseJson } from "@observatory/core";
import { z } from "zod";

/** The message that a streamed answer makes up, as the API would have answered it in one piece. */
export interface StreamedMessage {
  readonly type: "message";
  readonly role: "assistant";
  readonly id: unknown;
  readonly model: unknown;
  /** Text, or blocks of Anthropic. */
  readonly content: string | readonly unknown[];
  /** As OpenAI has them. */
  readonly tool_calls?: readonly unknown[];
}

export interface AssembledStream {
  readonly message: StreamedMessage;
  /** Whether the stream breaks off before it says that it ends. */
  readonly isCut: boolean;
}

/**
 * Puts the pieces of a streamed answer together: events of Anthropic's Messages API (`message_start`,
 * `content_block_delta` ...) or chunks of OpenAI's chat completions, as a list of objects or as the text of server-sent
 * events. Null for anything else. Of several choices the first is taken.
 */
export function assembleStream(value: unknown): AssembledStream | null {
  const pieces = typeof value === "string" ? readEvents(value) : value;
  if (!Array.isArray(pieces) || !isPiece(pieces[0])) return null;
  return assembleAnthropic(pieces) ?? assembleOpenai(pieces);
}

const piece = z.union([
  z.object({ type: z.string().regex(/^(?:message_|content_block_|ping$)/u) }),
  z.object({ object: z.literal("chat.completion.chunk") }),
]);

function isPiece(value: unknown): boolean {
  return piece.safeParse(value).success;
}

/** The data of server-sent events, each JSON on one line. */
function readEvents(text: string): unknown[] | null {
  if (/^\s*\[/u.test(text)) {
    const parsed = parseJson(text);
    return parsed.ok && Array.isArray(parsed.value) ? parsed.value : null;
  }
  if (!/^\s*(?:event|data|id|retry)?:/u.test(text)) return null;
  return text.split(/\r?\n/u).flatMap((line) => {
    const parsed = line.startsWith("data:") ? parseJson(line.slice("data:".length)) : null;
    return parsed?.ok === true ? [parsed.value] : [];
  });
}

const text = z.string();
const start = z.object({ type: z.literal("message_start"), message: z.looseObject({}) });
const blockStart = z.object({
  type: z.literal("content_block_start"),
  index: z.number(),
  content_block: z.looseObject({ type: text }),
});
const blockDelta = z.object({
  type: z.literal("content_block_delta"),
  index: z.number(),
  delta: z.object({ text: text.optional(), partial_json: text.optional() }),
});
const end = z.object({ type: z.literal("message_stop") });

interface Block {
  readonly start: Readonly<Record<string, unknown>>;
  /** Text, or JSON of the input of a tool. */
  readonly parts: string[];
}

function assembleAnthropic(events: readonly unknown[]): AssembledStream | null {
  const blocks = new Map<number, Block>();
  let message: Readonly<Record<string, unknown>> | null = null;
  let isCut = true;
  for (const event of events) {
    const begun = blockStart.safeParse(event).data;
    const delta = blockDelta.safeParse(event).data;
    message ??= start.safeParse(event).data?.message ?? null;
    if (begun !== undefined) blocks.set(begun.index, { start: begun.content_block, parts: [] });
    if (delta !== undefined) {
      const block = blocks.get(delta.index) ?? { start: { type: "text" }, parts: [] };
      blocks.set(delta.index, block);
      block.parts.push(delta.delta.text ?? delta.delta.partial_json ?? "");
    }
    if (end.safeParse(event).success) isCut = false;
  }
  if (message === null && blocks.size === 0) return null;
  const inOrder = [...blocks].toSorted(([a], [b]) => a - b);
  const content = inOrder.map(([, block]) => toBlock(block));
  const { id, model } = message ?? {};
  return { message: { type: "message", role: "assistant", id, model, content }, isCut };
}

function toBlock({ start: block, parts }: Block): unknown {
  const joined = parts.join("");
  if (block["type"] === "text") {
    const first = typeof block["text"] === "string" ? block["text"] : "";
    return { ...block, text: first + joined };
  }
  if (joined === "") return block;
  const input = parseJson(joined);
  return { ...block, input: input.ok ? input.value : joined };
}

const chunk = z.object({
  object: z.literal("chat.completion.chunk"),
  id: z.unknown().optional(),
  model: z.unknown().optional(),
  choices: z.array(
    z.object({
      index: z.number().optional(),
      delta: z.object({
        content: text.nullish(),
        refusal: text.nullish(),
        tool_calls: z
          .array(
            z.object({
              index: z.number(),
              function: z.object({ name: text.nullish(), arguments: text.nullish() }),
            }),
          )
          .nullish(),
      }),
      finish_reason: z.unknown().optional(),
    }),
  ),
});

function assembleOpenai(pieces: readonly unknown[]): AssembledStream | null {
  const chunks = pieces.map((one) => chunk.safeParse(one).data).filter((data) => data !== undefined);
  const [first] = chunks;
  if (first === undefined) return null;
  const choices = chunks.flatMap((one) => one.choices.filter(({ index = 0 }) => index === 0));
  const content = choices.map(({ delta }) => delta.content ?? delta.refusal ?? "").join("");
  const calls = new Map<number, { name: string; arguments: string }>();
  for (const { index, function: part } of choices.flatMap(({ delta }) => delta.tool_calls ?? [])) {
    const call = calls.get(index) ?? { name: "", arguments: "" };
    call.name += part.name ?? "";
    call.arguments += part.arguments ?? "";
    calls.set(index, call);
  }
  const toolCalls = [...calls].toSorted(([a], [b]) => a - b).map(([, call]) => ({ function: call }));
  const message = { type: "message", role: "assistant", id: first.id, model: first.model, content } as const;
  return {
    message: toolCalls.length === 0 ? message : { ...message, tool_calls: toolCalls },
    isCut: !choices.some(({ finish_reason }) => typeof finish_reason === "string"),
  };
}
