import { parseJson } from "@observatory/core";
import { z } from "zod";
import { toFields, type Fields } from "../traces/to-fields.ts";
import type { Attributes } from "./read-attributes.ts";
import type { SpanEvent } from "./read-spans.ts";

/** What a span says was given to a model or an application and what came from it, as `readMessages` takes it. */
export interface SpanMessages {
  readonly input: unknown;
  readonly output: unknown;
}

/**
 * The messages of a span or of a record of a log, from the first of these that has any: the attributes of today's conventions
 * (`gen_ai.input.messages`, `gen_ai.system_instructions`, `gen_ai.output.messages`), its events in the older ones
 * (`gen_ai.user.message`, `gen_ai.choice`), numbered attributes of OpenLLMetry (`gen_ai.prompt.0.content`) and OpenInference
 * (`llm.input_messages.0.message.content`), and the attributes of one text of frameworks. Null where it has none.
 */
export function readSpanMessages(attributes: Attributes, events: readonly SpanEvent[]): SpanMessages | null {
  return (
    fromMessages(attributes) ??
    fromEvents([...events, ...listedEvents(attributes)]) ??
    fromNumbered(attributes) ??
    fromTexts(attributes)
  );
}

function fromMessages(attributes: Attributes): SpanMessages | null {
  const input = attributes.get("gen_ai.input.messages");
  const output = attributes.get("gen_ai.output.messages");
  if (input === undefined && output === undefined) return null;
  const system = attributes.get("gen_ai.system_instructions");
  return { input: system === undefined ? input : { system: unpack(system), messages: input }, output };
}

/** Events that Logfire keeps in one attribute. */
function listedEvents(attributes: Attributes): SpanEvent[] {
  const { data } = z.array(fields).safeParse(unpack(attributes.get("events")));
  return (data ?? []).flatMap((body) => {
    const name = body["event.name"];
    return typeof name === "string" ? [{ name, attributes: new Map<string, unknown>(), body }] : [];
  });
}

const inputEvent = /^gen_ai\.(system|user|assistant|tool)\.message$/u;

function fromEvents(events: readonly SpanEvent[]): SpanMessages | null {
  const input: unknown[] = [];
  const output: unknown[] = [];
  for (const { name, attributes, body } of events) {
    const role = inputEvent.exec(name)?.[1];
    const said = { ...Object.fromEntries(attributes), ...toFields(body) };
    if (role !== undefined) input.push(toMessage(role, said));
    else if (name === "gen_ai.choice") output.push(toMessage("assistant", said));
    else {
      const whole = fromMessages(attributes);
      input.push(unpack(whole?.input ?? attributes.get("gen_ai.prompt")) ?? []);
      output.push(unpack(whole?.output ?? attributes.get("gen_ai.completion")) ?? []);
    }
  }
  const messages = { input: input.flat(), output: output.flat() };
  return messages.input.length + messages.output.length === 0 ? null : messages;
}

/** A message as an event has it; a choice has it one level deeper, as an object, JSON or bare text. */
function toMessage(role: string, said: Fields): Fields {
  const inner = unpack(said["message"]);
  const data = { ...said, ...toFields(inner) };
  const isBare = inner !== undefined && toFields(inner) === undefined;
  return {
    role: data["role"] ?? role,
    content: unpackContent(isBare ? inner : data["content"]),
    tool_calls: unpack(data["tool_calls"]),
  };
}

const numbered =
  /^(?:gen_ai\.(prompt|completion)|llm\.(input|output)_messages)\.(\d{1,5})\.(?:message\.)?(.{1,200})$/u;
const numberedCall =
  /^(?:tool_calls|message\.tool_calls)\.(\d{1,4})\.(?:tool_call\.)?(?:function\.)?(name|arguments)$/u;
const numberedPart = /^contents\.(\d{1,5})\.message_content\.(type|text)$/u;

interface Numbered {
  readonly fields: Map<string, unknown>;
  readonly parts: Map<number, Record<string, unknown>>;
  readonly calls: Map<number, Record<string, unknown>>;
}

function fromNumbered(attributes: Attributes): SpanMessages | null {
  const input = new Map<number, Numbered>();
  const output = new Map<number, Numbered>();
  for (const [key, value] of attributes) {
    const [, prompt, side, number = "", field = ""] = numbered.exec(key) ?? [];
    if (field === "") continue;
    const list = prompt === "prompt" || side === "input" ? input : output;
    const message = at(list, Number(number), () => ({
      fields: new Map(),
      parts: new Map(),
      calls: new Map(),
    }));
    addField(message, field, value);
  }
  if (input.size + output.size === 0) return fromLists(attributes);
  return { input: toList(input, "user"), output: toList(output, "assistant") };
}

function addField(message: Numbered, field: string, value: unknown): void {
  const [, call, callField] = numberedCall.exec(field) ?? [];
  const [, part, partField] = numberedPart.exec(field) ?? [];
  if (callField !== undefined)
    at<Record<string, unknown>>(message.calls, Number(call), () => ({}))[callField] = value;
  else if (partField !== undefined)
    at<Record<string, unknown>>(message.parts, Number(part), () => ({}))[partField] = value;
  else message.fields.set(field, value);
}

function toList(messages: ReadonlyMap<number, Numbered>, role: string): unknown[] {
  return inOrder(messages).map(({ fields, parts, calls }) => ({
    role: fields.get("role") ?? role,
    content: unpackContent(fields.get("content")) ?? inOrder(parts),
    tool_calls: inOrder(calls),
  }));
}

/** Where tables keep `llm.input_messages` as a list of objects with flat names or nested ones. */
function fromLists(attributes: Attributes): SpanMessages | null {
  const input = attributes.get("llm.input_messages");
  const output = attributes.get("llm.output_messages");
  if (input === undefined && output === undefined) return null;
  const rename = (list: unknown): unknown =>
    [unpack(list) ?? []].flat().map((item) => {
      const data = toFields(item) ?? {};
      const role = data["message.role"];
      return role === undefined ? item : { role, content: unpackContent(data["message.content"]) };
    });
  return { input: rename(input), output: rename(output) };
}

/** Attributes that hold one text, or JSON that `readMessages` knows: input and output. */
const texts: readonly (readonly [input: string, output: string])[] = [
  ["gen_ai.prompt", "gen_ai.completion"],
  ["ai.prompt.messages", "ai.response.text"],
  ["ai.prompt", "ai.response.text"],
  ["traceloop.entity.input", "traceloop.entity.output"],
  ["input.value", "output.value"],
];

function fromTexts(attributes: Attributes): SpanMessages | null {
  for (const [inputName, outputName] of texts) {
    const input = attributes.get(inputName);
    if (input !== undefined) return { input, output: attributes.get(outputName) };
  }
  return null;
}

const fields = z.record(z.string(), z.unknown());
const contentParts = z.array(
  z.union([
    z.object({ type: z.string() }),
    z.object({ text: z.string() }),
    z.object({ toolUse: fields }),
    z.object({ toolResult: fields }),
  ]),
);

/** A list or an object that an attribute holds as JSON; everything else as it is. */
function unpack(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{]/u.test(value)) return value;
  const parsed = parseJson(value);
  return parsed.ok ? parsed.value : value;
}

/** Content that is a list of parts as JSON; a text that only looks like a list stays one. */
function unpackContent(value: unknown): unknown {
  const unpacked = unpack(value);
  return typeof value !== "string" || contentParts.safeParse(unpacked).success ? unpacked : value;
}

function at<T>(map: Map<number, T>, key: number, create: () => T): T {
  const value = map.get(key) ?? create();
  map.set(key, value);
  return value;
}

function inOrder<T>(map: ReadonlyMap<number, T>): T[] {
  return [...map].toSorted(([a], [b]) => a - b).map(([, value]) => value);
}
