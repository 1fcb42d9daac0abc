import { parseJson } from "@observatory/core";
import type { z } from "zod";
import { misfit, type Read } from "../misfit.ts";
import { findJsonObjects } from "./find-json-objects.ts";

/** UTF-16 code units of an answer that are looked at; a longer one is no answer. */
const longestAnswer = 100_000;
const mostIssues = 5;

/**
 * Finds the JSON object of an answer and holds it against a schema. Reads through code fences, thoughts, text around the
 * object, an array around it, trailing commas and raw line breaks in strings. Of several objects that fit, the last counts.
 * Fails with `not-json` or `schema`. Bounded; never throws.
 */
export function parseAnswer<A>(text: string, schema: z.ZodType<A>): Read<A> {
  if (text.length > longestAnswer) {
    return misfit("not-json", `it is longer than ${longestAnswer} characters`);
  }
  let issues: string | null = null;
  for (const found of findJsonObjects(text)) {
    const parsed = parseJson(found);
    if (!parsed.ok) continue;
    const checked = schema.safeParse(parsed.value);
    if (checked.success) return { fits: true, value: checked.data };
    issues ??= describeIssues(checked.error.issues);
  }
  return issues === null ? misfit("not-json", "it holds no complete JSON object") : misfit("schema", issues);
}

/** Where and how, never what: paths are keys of the schema and indices. */
function describeIssues(issues: readonly z.core.$ZodIssue[]): string {
  return issues
    .slice(0, mostIssues)
    .map(({ path, code }) => `${path.length === 0 ? "the object" : path.map(String).join(".")}: ${code}`)
    .join("; ");
}
