import { parseJson, type JsonSchema } from "@observatory/core";
import * as z from "zod";
import { ProviderFailure } from "./provider-failure.ts";

/** A JSON Schema whose top is an object. */
export const jsonSchemaSchema: z.ZodType<JsonSchema> = z.record(z.string(), z.json());

/** A body of a known shape. Throws ProviderFailure with the first thing that does not fit. */
export function readBody<T>(schema: z.ZodType<T>, json: unknown): T {
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const path = issue?.path.join(".") ?? "";
  throw new ProviderFailure("invalid-request", `${path}: ${issue?.message ?? "invalid"}`, {
    parameter: path,
  });
}

/** The JSON Schema that a text is, or null. */
export function parseSchemaText(text: string): JsonSchema | null {
  const json = parseJson(text);
  const read = json.ok ? jsonSchemaSchema.safeParse(json.value) : null;
  return read?.success === true ? read.data : null;
}
