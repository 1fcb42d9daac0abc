import { parseJson } from "@observatory/core";
import { toRole } from "../../conversion/to-role.ts";
import type { HistoryMessage } from "./merge-histories.ts";
import { assembleStream } from "../assemble-stream.ts";
import { readContent } from "./read-content.ts";
import { readMessage } from "./read-message.ts";
import { toFields, type Fields } from "./to-fields.ts";

/** Whether something was given to a model or an application, or came from it: a bare text is the user's or the assistant's. */
export type Side = "input" | "output";

export interface ReadMessages {
  /** None where nothing is understood. */
  readonly messages: readonly HistoryMessage[];
  /** Whether marks such as `[image]` stand for parts without text. */
  readonly marked: boolean;
}

const nothing: ReadMessages = { messages: [], marked: false };

/** Inputs hold requests that hold messages that hold parts; nobody nests them deeper. */
const maxDepth = 8;

/** Where texts and messages stand, best first. */
const keys: Record<Side, readonly string[]> = {
  input: [
    "messages",
    "contents",
    "input",
    "question",
    "query",
    "prompt",
    "prompts",
    "user_input",
    "user_message",
    "human_input",
    "message",
    "text",
    "content",
    "parts",
    "inputs",
    "kwargs",
    "args",
  ],
  output: [
    "messages",
    "choices",
    "generations",
    "candidates",
    "output",
    "answer",
    "response",
    "result",
    "message",
    "output_text",
    "text",
    "completion",
    "content",
    "parts",
    "final_answer",
    "reply",
    "generated_text",
    "outputs",
  ],
};
const historyKeys = ["chat_history", "history", "previous_messages"];
const systemKeys = ["system", "systemInstruction", "system_instruction", "instructions"];
/** Lists of alternatives, of which the first is what was shown. */
const alternatives: readonly string[] = ["choices", "generations", "candidates"];

/**
 * The messages in what a trace calls an input or an output: a text, JSON in a text, a message, a list of messages or of lists of
 * them, a request to a model or its reply, whole or in the pieces in which it was streamed, or an object with the text under one of the usual names. An object
 * whose only text is under another name is read by that.
 */
export function readMessages(value: unknown, side: Side): ReadMessages {
  return read(value, side, 0);
}

function read(value: unknown, side: Side, depth: number): ReadMessages {
  if (value === null || value === undefined || value === "" || depth > maxDepth) return nothing;
  if (typeof value === "string") return readText(value, side, depth);
  if (Array.isArray(value)) return readList(value, side, depth);
  const message = readMessage(value);
  if (message !== null) return { messages: [message.message], marked: message.marked };
  const data = toFields(value);
  return data === undefined ? nothing : readObject(data, side, depth);
}

function readText(text: string, side: Side, depth: number): ReadMessages {
  if (/^\s*[[{"]/u.test(text)) {
    const parsed = parseJson(text);
    if (parsed.ok) {
      const inner = read(parsed.value, side, depth + 1);
      if (inner.messages.length > 0) return inner;
    }
  }
  const stream = side === "output" && /^(?:event|data):/u.test(text) ? assembleStream(text) : null;
  return stream === null ? said(text, side) : read(stream.message, side, depth + 1);
}

function readList(list: readonly unknown[], side: Side, depth: number): ReadMessages {
  const stream = side === "output" ? assembleStream(list) : null;
  if (stream !== null) return read(stream.message, side, depth + 1);
  const pair = toPair(list);
  if (pair !== null) return { messages: [pair], marked: false };
  // A batch of one: LangChain calls models with lists of conversations.
  if (list.length > 0 && list.every((item) => Array.isArray(item) && toPair(item) === null)) {
    return read(list[0], side, depth + 1);
  }
  const isParts = list.every((item) => typeof item === "string" || isPart(item));
  if (isParts) return said(list, side);
  return join(list.map((item) => read(item, side, depth + 1)));
}

/** A message as LangChain takes it too: `["human", "hello"]`. */
function toPair(value: unknown): HistoryMessage | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [name, content]: unknown[] = value;
  const role = typeof name === "string" && typeof content === "string" ? toRole(name) : null;
  return role === null || typeof content !== "string" ? null : { role, content };
}

/** Parts of one message that stand without it. */
function isPart(value: unknown): boolean {
  const data = toFields(value);
  if (data === undefined || readMessage(value) !== null) return false;
  return typeof data["type"] === "string" && data["type"] !== "message";
}

function readObject(data: Fields, side: Side, depth: number): ReadMessages {
  const before =
    side === "input"
      ? [
          ...systemKeys.map((key) => asSystem(data[key])),
          ...historyKeys.map((key) => read(data[key], side, depth + 1)),
        ]
      : [];
  for (const key of keys[side]) {
    const value = alternatives.includes(key) ? firstOf(data[key]) : data[key];
    const inner = read(value, side, depth + 1);
    if (inner.messages.length > 0) return join([...before, inner]);
  }
  const entries = Object.values(data);
  const [only] = entries;
  return entries.length === 1 && typeof only === "string" ? said(only, side) : nothing;
}

/** The first of alternatives, which may be lists of lists. */
function firstOf(value: unknown): unknown {
  let first = value;
  for (let depth = 0; depth < 2 && Array.isArray(first); depth++) first = first[0];
  return first;
}

function asSystem(value: unknown): ReadMessages {
  const parts = toFields(value)?.["parts"] ?? value;
  if (typeof parts !== "string" && !Array.isArray(parts)) return nothing;
  return saidBy("system", parts);
}

function said(content: unknown, side: Side): ReadMessages {
  return saidBy(side === "input" ? "user" : "assistant", content);
}

function saidBy(role: string, content: unknown): ReadMessages {
  const { text, marked, isSpoken } = readContent(content);
  if (text.trim() === "") return nothing;
  const isStep = role === "assistant" && !isSpoken;
  return { messages: [{ role, content: text, ...(isStep && { isStep }) }], marked };
}

function join(lists: readonly ReadMessages[]): ReadMessages {
  return {
    messages: lists.flatMap(({ messages }) => messages),
    marked: lists.some(({ marked }) => marked),
  };
}
