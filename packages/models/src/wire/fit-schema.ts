import type { Json, JsonSchema } from "@observatory/core";

/** What structured output of both providers understands in every model. */
const understood: ReadonlySet<string> = new Set([
  "$defs",
  "$ref",
  "additionalProperties",
  "anyOf",
  "const",
  "description",
  "enum",
  "items",
  "properties",
  "required",
  "title",
  "type",
]);

type JsonObject = { readonly [key: string]: Json };

/**
 * A schema that strict structured output takes: every object closed with all its properties required, and without
 * the keywords that it refuses (lengths, ranges, patterns). Those are told in the description instead, and whoever
 * reads the answer checks them.
 */
export function fitSchema(schema: JsonSchema): JsonObject {
  const kept = Object.entries(schema).filter(([key]) => understood.has(key));
  const fitted: Record<string, Json> = {};
  for (const [key, value] of kept) fitted[key] = fitKeyword(key, value);
  if (fitted["anyOf"] === undefined && Array.isArray(schema["oneOf"])) {
    fitted["anyOf"] = fitKeyword("anyOf", schema["oneOf"]);
  }
  if (isObject(fitted["properties"])) {
    fitted["required"] = Object.keys(fitted["properties"]);
    fitted["additionalProperties"] = false;
  }
  const limits = describeLimits(schema);
  if (limits !== "") {
    const description = schema["description"];
    fitted["description"] = typeof description === "string" ? `${description} ${limits}` : limits;
  }
  return fitted;
}

function fitKeyword(key: string, value: Json): Json {
  if (key === "items") return isObject(value) ? fitSchema(value) : value;
  if (key === "anyOf")
    return isList(value) ? value.map((option) => (isObject(option) ? fitSchema(option) : option)) : value;
  if ((key === "properties" || key === "$defs") && isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, isObject(inner) ? fitSchema(inner) : inner]),
    );
  }
  return value;
}

const limitTexts: Readonly<Record<string, (value: number) => string>> = {
  minItems: (n) => `At least ${n} items.`,
  maxItems: (n) => `At most ${n} items.`,
  minLength: (n) => `At least ${n} characters.`,
  maxLength: (n) => `At most ${n} characters.`,
  minimum: (n) => `At least ${n}.`,
  maximum: (n) => `At most ${n}.`,
  exclusiveMinimum: (n) => `More than ${n}.`,
  exclusiveMaximum: (n) => `Less than ${n}.`,
};

function describeLimits(schema: JsonSchema): string {
  return Object.entries(limitTexts)
    .flatMap(([key, describe]) => {
      const value = schema[key];
      return typeof value === "number" ? [describe(value)] : [];
    })
    .join(" ");
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
