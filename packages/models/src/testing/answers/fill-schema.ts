import type { Json } from "@observatory/core";
import { isJsonObject } from "../json-object.ts";

/** The smallest value that fits a JSON Schema of the kinds that structured output knows. */
export function fillSchema(schema: Json | undefined): Json {
  if (!isJsonObject(schema)) return null;
  if ("const" in schema) return schema["const"] ?? null;
  const { enum: options, anyOf, type, properties, items, minItems, minimum } = schema;
  if (Array.isArray(options)) return (options as readonly Json[])[0] ?? null;
  if (Array.isArray(anyOf)) return fillSchema((anyOf as readonly Json[])[0]);
  switch (type) {
    case "object":
      return Object.fromEntries(
        Object.entries(isJsonObject(properties) ? properties : {}).map(([key, value]) => [
          key,
          fillSchema(value),
        ]),
      );
    case "array":
      return Array.from({ length: typeof minItems === "number" ? minItems : 1 }, () => fillSchema(items));
    case "integer":
    case "number":
      return typeof minimum === "number" ? minimum : 1;
    case "boolean":
      return true;
    case "string":
      return "an answer of the test provider";
    default:
      return null;
  }
}
