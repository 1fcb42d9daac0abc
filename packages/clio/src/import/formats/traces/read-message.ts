import { z } from "zod";
import { toRole } from "../../conversion/to-role.ts";
import type { HistoryMessage } from "./merge-histories.ts";
import { readContent } from "./read-content.ts";
import { toFields, type Fields } from "./to-fields.ts";

/** A message, and whether marks stand for parts of it. */
export interface ReadMessage {
  readonly message: HistoryMessage;
  readonly marked: boolean;
}

const fields = z.record(z.string(), z.unknown());
const langchain = z.object({ lc: z.number(), id: z.array(z.string()), kwargs: fields });
const stored = z.object({ type: z.string(), data: fields });

/**
 * A message of any framework: `{role, content}` with its parts, tools and many spellings, Gemini's `{role, parts}`,
 * LangChain's as it serialises, stores and dumps them (`{"lc":1,"id":[..., "HumanMessage"],"kwargs"}`,
 * `{"type":"human","data"}`, `{"type":"human","content"}`), items of OpenAI's Responses, ShareGPT's `{from, value}`. Null for
 * what is none.
 */
export function readMessage(value: unknown): ReadMessage | null {
  const data = toFields(value);
  if (data === undefined) return null;
  const serialised = Object.hasOwn(data, "lc") ? langchain.safeParse(data).data : undefined;
  if (serialised !== undefined) return toMessage(roleOfClass(serialised.id.at(-1) ?? ""), serialised.kwargs);
  const kept = Object.hasOwn(data, "data") ? stored.safeParse(data).data : undefined;
  if (kept !== undefined && roleOfType(kept.type) !== null)
    return toMessage(roleOfType(kept.type), kept.data);
  if (typeof data["role"] === "string") return hasContent(data) ? toMessage(data["role"], data) : null;
  if (typeof data["from"] === "string" && typeof data["value"] === "string") {
    return toMessage(data["from"], { content: data["value"] });
  }
  if (typeof data["type"] !== "string") return null;
  if (data["type"] === "function_call") return toMessage("assistant", { content: [data] });
  if (data["type"] === "function_call_output") return toMessage("tool", { content: [data] });
  const role = roleOfType(data["type"]);
  return role !== null && hasContent(data) ? toMessage(role, data) : null;
}

const contentFields = ["content", "parts", "text", "tool_calls", "toolCalls", "function_call"];

function hasContent(data: Fields): boolean {
  return contentFields.some((field) => Object.hasOwn(data, field));
}

function toMessage(roleName: string | null, data: Fields): ReadMessage | null {
  const name = roleName === "chat" && typeof data["role"] === "string" ? data["role"] : roleName;
  if (name === null) return null;
  const extra = toFields(data["additional_kwargs"]) ?? {};
  const calls = [
    data["tool_calls"],
    data["toolCalls"],
    data["function_call"],
    extra["tool_calls"],
    extra["function_call"],
  ];
  const toolCalls = calls.find((list) => (Array.isArray(list) ? list.length > 0 : list));
  const content = readContent(data["content"] ?? data["parts"] ?? data["text"], toolCalls);
  const role = content.isResult ? "tool" : (toRole(name) ?? name);
  const isStep = role === "tool" || (role === "assistant" && !content.isSpoken && content.text !== "");
  return {
    message: { role, content: content.text, ...(isStep && { isStep }) },
    marked: content.marked,
  };
}

/** The role behind the name of a class of LangChain; null for what is no message. */
function roleOfClass(name: string): string | null {
  if (name === "ChatMessage" || name === "ChatMessageChunk") return "chat";
  const kind = /^(Human|AI|System|Tool|Function)Message(?:Chunk)?$/u.exec(name)?.[1];
  return kind === undefined ? null : roleOfType(kind.toLowerCase());
}

function roleOfType(type: string): string | null {
  if (type === "chat") return type;
  const plain = type.replace(/Message(?:Chunk)?$/u, "").toLowerCase();
  return ["human", "user", "ai", "assistant", "system", "developer", "tool", "function"].includes(plain)
    ? plain
    : null;
}
