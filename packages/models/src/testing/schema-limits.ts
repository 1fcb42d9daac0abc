import type { Json, JsonSchema } from "@observatory/core";

/** Keywords that structured output of Anthropic's models refuses; their SDK moves them into descriptions. */
const refused = new Set([
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
]);

/**
 * What a schema for structured output of an Anthropic model may not hold, in words, or null where all is well: bounds
 * on numbers, strings and lists (but `minItems` of 0 or 1), and objects that are not closed.
 */
export function findUnsupported(schema: JsonSchema): string | null {
  return findBelow(schema, ({ type, keywords, additionalProperties, minItems }) => {
    const keyword = keywords.find((key) => refused.has(key));
    if (keyword !== undefined) return `For '${type}' type, property '${keyword}' is not supported`;
    if (typeof minItems === "number" && minItems > 1) {
      return `For 'array' type, 'minItems' values other than 0 or 1 are not supported`;
    }
    if (type === "object" && additionalProperties !== false) {
      return "For 'object' type, 'additionalProperties' must be explicitly set to false";
    }
    return null;
  });
}

/**
 * What a schema for strict structured output of OpenAI may not hold, in words, or null: objects that are not closed or
 * whose properties are not all required.
 */
export function findNotStrict(schema: JsonSchema): string | null {
  return findBelow(schema, ({ type, additionalProperties, properties, required }) => {
    if (type !== "object") return null;
    if (additionalProperties !== false) {
      return "'additionalProperties' is required to be supplied and to be false.";
    }
    const missing = properties.find((name) => !required.includes(name));
    return missing === undefined
      ? null
      : `'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'.`;
  });
}

interface Node {
  readonly type: string;
  readonly keywords: readonly string[];
  readonly additionalProperties: Json | undefined;
  readonly minItems: Json | undefined;
  readonly properties: readonly string[];
  readonly required: readonly Json[];
}

function findBelow(value: Json, judge: (node: Node) => string | null, isSchema = true): string | null {
  if (!isObject(value)) return null;
  if (isSchema) {
    const found = judge(toNode(value));
    if (found !== null) return found;
  }
  for (const [key, inner] of Object.entries(value)) {
    const found = Array.isArray(inner)
      ? (inner as readonly Json[]).map((item) => findBelow(item, judge)).find((text) => text !== null)
      : findBelow(inner, judge, !(isSchema && (key === "properties" || key === "$defs")));
    if (typeof found === "string") return found;
  }
  return null;
}

function toNode(value: JsonSchema): Node {
  const { type, additionalProperties, minItems, properties, required } = value;
  return {
    type: typeof type === "string" ? type : "any",
    keywords: Object.keys(value),
    additionalProperties,
    minItems,
    properties: isObject(properties) ? Object.keys(properties) : [],
    required: Array.isArray(required) ? (required as readonly Json[]) : [],
  };
}

function isObject(value: Json | undefined): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
