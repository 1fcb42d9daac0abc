import { z } from "zod";
import { toBoundedJson } from "./to-bounded-json.ts";

/** The text of a message, and whether marks stand for parts without text. */
export interface MessageText {
  readonly text: string;
  readonly marked: boolean;
}

const part = z.object({
  type: z.string().optional().catch(undefined),
  text: z.unknown().optional(),
  refusal: z.unknown().optional(),
  content: z.unknown().optional(),
  name: z.unknown().optional(),
  input: z.unknown().optional(),
});
const call = z.object({ function: z.object({ name: z.string(), arguments: z.unknown().optional() }) });
const legacyCall = z.object({ name: z.string(), arguments: z.unknown().optional() });

/** Results of tools hold parts themselves; nobody nests them deeper. */
const maxDepth = 4;

/**
 * The text of a message's content: a string, or a list of parts joined by line ends. What is no text becomes a
 * mark of its kind in square brackets: `[image]`, `[audio]`, `[video]`, `[file]`, `[reasoning]`, `[attachment]`.
 * Calls of tools become `[tool call: NAME] ARGUMENTS`.
 */
export function toText(content: unknown, toolCalls?: unknown): MessageText {
  const texts: string[] = [];
  let marked = false;

  const add = (value: unknown, depth: number): void => {
    if (typeof value === "string") {
      texts.push(value);
    } else if (Array.isArray(value) && depth < maxDepth) {
      for (const item of value) add(item, depth + 1);
    } else if (value !== null && value !== undefined) {
      addPart(value, depth);
    }
  };
  const addPart = (value: unknown, depth: number): void => {
    const { data } = part.safeParse(value);
    if (typeof data?.text === "string") texts.push(data.text);
    else if (typeof data?.refusal === "string") texts.push(data.refusal);
    else if (data?.type === "tool_use" && typeof data.name === "string") addCall(data.name, data.input);
    else if (data?.type === "tool_result" && depth < maxDepth) add(data.content, depth + 1);
    else {
      texts.push(`[${toKind(data?.type ?? "")}]`);
      marked = true;
    }
  };
  const addCall = (name: string, input: unknown): void => {
    const given = typeof input === "string" ? input : (toBoundedJson(input) ?? "");
    texts.push(`[tool call: ${name}] ${given}`.trimEnd());
  };

  add(content, 0);
  for (const value of [toolCalls ?? []].flat()) {
    const modern = call.safeParse(value).data?.function ?? legacyCall.safeParse(value).data;
    if (modern !== undefined) addCall(modern.name, modern.arguments);
  }
  return { text: texts.join("\n"), marked };
}

function toKind(type: string): string {
  if (/image/u.test(type)) return "image";
  if (/audio|voice|speech/u.test(type)) return "audio";
  if (/video/u.test(type)) return "video";
  if (/file|document/u.test(type)) return "file";
  if (/thinking|reasoning/u.test(type)) return "reasoning";
  return "attachment";
}
