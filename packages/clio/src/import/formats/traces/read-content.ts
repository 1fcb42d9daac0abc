import { z } from "zod";
import { toBoundedJson } from "../../conversion/to-bounded-json.ts";
import { toText } from "../../conversion/to-text.ts";
import { toFields, type Fields } from "./to-fields.ts";

/** What a message holds, in words. */
export interface Content {
  readonly text: string;
  /** Whether marks such as `[image]` stand for parts without text. */
  readonly marked: boolean;
  /** Whether there is anything but calls of tools and their results. */
  readonly isSpoken: boolean;
  /** Whether it is results of tools and nothing else, whoever is said to have written it. */
  readonly isResult: boolean;
}

/**
 * The text of a message's content and of the calls of tools beside it, in the words of any of the usual APIs: OpenAI, Anthropic,
 * Gemini, Bedrock, the AI SDK, LangChain and the parts of OpenTelemetry.
 */
export function readContent(content: unknown, toolCalls?: unknown): Content {
  const parts = [content ?? []]
    .flat()
    .filter((part) => part !== "")
    .map(toKnownPart);
  const calls = parts.some(isCall) ? [] : [toolCalls ?? []].flat().flatMap(toCall);
  const { text, marked } = toText([...parts, ...calls]);
  const isSpoken = toText(parts.filter((part) => !isCall(part) && !isResult(part))).text.trim() !== "";
  return { text, marked, isSpoken, isResult: !isSpoken && parts.length > 0 && parts.every(isResult) };
}

const call = z.object({ type: z.literal("tool_use"), name: z.string(), input: z.unknown() });
const result = z.object({ type: z.literal("tool_result"), content: z.unknown() });

function isCall(part: unknown): boolean {
  return typeof part === "object" && call.safeParse(part).success;
}

function isResult(part: unknown): boolean {
  return typeof part === "object" && result.safeParse(part).success;
}

const optionalText = z.string().optional().catch(undefined);
const named = z.object({ name: optionalText, toolName: optionalText });

/** A part as `toText` knows it. */
function toKnownPart(value: unknown): unknown {
  const data = toFields(value);
  if (data === undefined) return value;
  const { type } = data;
  if (type === "text" && typeof data["text"] !== "string") return { type, text: data["content"] };
  if (type === "reasoning" || type === "thinking" || data["thought"] === true) return { type: "reasoning" };
  if (typeof data["text"] === "string") return value;
  if (isCallType(type)) return toCall(data)[0] ?? value;
  if (isResultType(type)) {
    return toResult(data["response"] ?? data["result"] ?? data["output"] ?? data["content"]);
  }
  return toPartOfField(data) ?? value;
}

/** Parts of Gemini and Bedrock have no type but a field of their own. */
function toPartOfField(data: Fields): unknown {
  const called = data["functionCall"] ?? data["function_call"] ?? data["toolUse"];
  if (called !== undefined) return toCall(called)[0];
  const answered = toFields(data["functionResponse"] ?? data["function_response"] ?? data["toolResult"]);
  if (answered !== undefined) return toResult(answered["response"] ?? answered["content"]);
  const file = toFields(
    data["inlineData"] ?? data["inline_data"] ?? data["fileData"] ?? data["file_data"] ?? data,
  );
  const kind =
    file?.["modality"] ??
    file?.["mimeType"] ??
    file?.["mime_type"] ??
    ["image", "audio", "video", "document"].find((field) => typeof data[field] === "object");
  return typeof kind === "string" ? { type: kind } : undefined;
}

function isCallType(type: unknown): boolean {
  return (
    type === "tool_call" || type === "tool-call" || type === "server_tool_call" || type === "function_call"
  );
}

function isResultType(type: unknown): boolean {
  return (
    type === "tool_call_response" ||
    type === "server_tool_call_response" ||
    type === "tool-result" ||
    type === "tool_result" ||
    type === "function_call_output"
  );
}

/** A call as a part; none where it has no name. */
function toCall(value: unknown): unknown[] {
  const data = toFields(value) ?? {};
  const inner = toFields(data["function"]) ?? data;
  const names = named.safeParse(inner).data;
  const name = names?.name ?? names?.toolName;
  if (name === undefined) return [];
  const input = inner["arguments"] ?? inner["args"] ?? inner["input"] ?? inner["server_tool_call"];
  return [{ type: "tool_use", name, input }];
}

function toResult(value: unknown): unknown {
  if (Array.isArray(value)) return { type: "tool_result", content: value.map(toKnownPart) };
  const content = typeof value === "string" ? value : (toBoundedJson(value ?? "") ?? "");
  return { type: "tool_result", content };
}
