import type { JsonSchema } from "@observatory/core";

/** The title of a schema as a name that the protocols take: letters, digits, `_` and `-`, at most 64. */
export function toSchemaName(schema: JsonSchema): string {
  const title = schema["title"];
  const name = typeof title === "string" ? title.replaceAll(/[^\w-]+/gu, "-").slice(0, 64) : "";
  return name === "" ? "answer" : name;
}

/** Instructions with the schema in them, for a server that cannot be bound by one. */
export function withSchemaText(system: string | null, schema: JsonSchema): string {
  const rule = `Answer with one JSON object and nothing else. It must fit this JSON Schema:\n${JSON.stringify(schema)}`;
  return system === null ? rule : `${system}\n\n${rule}`;
}
