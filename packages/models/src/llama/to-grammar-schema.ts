import type { Json, JsonSchema } from "@observatory/core";

/**
 * The part of a JSON Schema that a grammar of llama.cpp can hold an answer to. What fits the result fits the schema,
 * except for keywords that no grammar can express (`pattern`, `uniqueItems` and the like), which are left out.
 *
 * A number between two bounds becomes a choice, since a grammar knows digits and no sizes: an integer among all of
 * up to 101 values, a fraction among the 20 steps from one bound to the other. A text without a bound gets one of 600
 * characters, since a small model may never come to the end of it.
 */
export function toGrammarSchema(schema: JsonSchema): JsonSchema {
  const choice = toChoice(schema);
  if (choice !== null) return { enum: choice };
  if (schema.const !== undefined || schema.enum !== undefined || schema.$ref !== undefined) {
    return pick(schema, ["const", "enum", "$ref"]);
  }
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (Array.isArray(alternatives))
    return { oneOf: alternatives.map(toGrammarSchemaOf), ...toDefinitions(schema) };
  switch (schema.type) {
    case "object":
      return {
        type: "object",
        properties: mapValues(schema.properties, toGrammarSchemaOf),
        additionalProperties: false,
        ...toDefinitions(schema),
      };
    case "array":
      return {
        ...pick(schema, ["type", "minItems", "maxItems"]),
        ...(schema.items === undefined ? {} : { items: toGrammarSchemaOf(schema.items) }),
      };
    case "string":
      return { maxLength: mostCharacters, ...pick(schema, ["type", "minLength", "maxLength"]) };
    default:
      return pick(schema, ["type"]);
  }
}

function toGrammarSchemaOf(value: Json): Json {
  return isObject(value) ? toGrammarSchema(value) : value;
}

function toDefinitions(schema: JsonSchema): JsonSchema {
  return schema.$defs === undefined ? {} : { $defs: mapValues(schema.$defs, toGrammarSchemaOf) };
}

const mostCharacters = 600;
const mostIntegers = 101;
const steps = 20;

function toChoice(schema: JsonSchema): number[] | null {
  if (schema.type !== "integer" && schema.type !== "number") return null;
  const [least, most] = [
    schema.minimum ?? schema.exclusiveMinimum,
    schema.maximum ?? schema.exclusiveMaximum,
  ];
  if (typeof least !== "number" || typeof most !== "number" || least > most) return null;
  const values = schema.type === "integer" ? toIntegers(least, most) : toSteps(least, most);
  const inside = (values ?? []).filter(
    (value) => value !== schema.exclusiveMinimum && value !== schema.exclusiveMaximum,
  );
  return inside.length > 0 ? inside : null;
}

function toIntegers(least: number, most: number): number[] | null {
  const [first, last] = [Math.ceil(least), Math.floor(most)];
  if (last < first || last - first >= mostIntegers) return null;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function toSteps(least: number, most: number): number[] {
  const values = Array.from({ length: steps + 1 }, (_, i) => least + ((most - least) * i) / steps);
  return [...new Set(values.map((value) => Number(value.toFixed(6))))].filter(
    (value) => value >= least && value <= most,
  );
}

function pick(schema: JsonSchema, keys: readonly string[]): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => keys.includes(key)));
}

function mapValues(value: Json | undefined, change: (value: Json) => Json): Record<string, Json> {
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]))
    : {};
}

function isObject(value: Json | undefined): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
