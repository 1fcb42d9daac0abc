import { contentHash, type JsonSchema } from "@observatory/core";
import { readElements } from "./read-elements.ts";

/** One call to a model as the test provider sees it, whichever protocol brought it. */
export interface ProviderCall {
  readonly protocol: ProtocolName;
  readonly model: string;
  /** Instructions: the system text, or what stands in its place. */
  readonly system: string;
  /** The texts of all messages. */
  readonly prompt: string;
  /** What the messages show, in order. */
  readonly images: readonly { readonly mediaType: string; readonly bytes: Uint8Array }[];
  /** Where a cached prefix ends, in characters of `system + prompt`, ascending. Empty where nothing is marked. */
  readonly cacheMarks: readonly number[];
  /** What the answer has to fit, taken from the request or, where it has none, from the system text; null for plain text. */
  readonly schema: JsonSchema | null;
  /** True where the schema did not stand in the texts: providers put it into the prompt then, and count it. */
  readonly schemaBeside: boolean;
  /** The schema's title: which task this is. */
  readonly title: string | null;
  /** The name of the tool that the answer must call, or null. */
  readonly tool: string | null;
  readonly maxOutputTokens: number;
  /** How many of the likeliest first tokens are asked for; null where none are. */
  readonly firstTokens: number | null;
  /** Hash of the request's body: equal for equal requests. */
  readonly bodyHash: string;
}

export type ProtocolName = "anthropic" | "openai";

const leaves = ["conversation", "question", "summary", "name", "description", "cluster"] as const;

/**
 * What a call is about: a hash of its task and of the data in its prompt, without regard to order. A call that asks
 * the same question again in other words has the same subject and another body.
 */
export function subjectOf(call: ProviderCall): string {
  const data = leaves.flatMap((name) => readElements(call.prompt, name).map((element) => element.text));
  return data.length === 0 ? call.bodyHash : contentHash([call.title, data.toSorted()]);
}

/** An id that is the same for the same call. */
export function replyId(call: ProviderCall): string {
  return contentHash(["reply", call.bodyHash]).slice(0, 24);
}

const titleInText = /"title"\s*:\s*"/gu;

/** The JSON Schema that stands in a text, found by its title, or null. */
export function findSchema(text: string, parse: (json: string) => JsonSchema | null): JsonSchema | null {
  for (const { index } of text.matchAll(titleInText)) {
    for (let start = text.lastIndexOf("{", index); start >= 0; start = text.lastIndexOf("{", start - 1)) {
      const end = matchingBrace(text, start);
      const schema = end === null ? null : parse(text.slice(start, end + 1));
      if (schema !== null && typeof schema["title"] === "string" && "properties" in schema) return schema;
      if (start === 0) break;
    }
  }
  return null;
}

/** Braces inside strings are taken for braces too: a text that fools this is no valid JSON and is passed over. */
function matchingBrace(text: string, start: number): number | null {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (text[i] === "{") depth++;
    else if (text[i] === "}" && --depth === 0) return i;
  }
  return null;
}
