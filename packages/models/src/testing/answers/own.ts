import type { Json } from "@observatory/core";
import { isJsonObject } from "../json-object.ts";
import type { ProviderCall } from "../provider-call.ts";
import { rateConcern, readUserTurns } from "./facets.ts";
import { summarizeRequest } from "./summarize.ts";
import { countShared, toStems } from "./words.ts";

/**
 * Answers by kind for every property of the schema: a text sums up the first turn, a list holds the values of which
 * the user says a word, a number rates what the user says.
 */
export function answerOwn({ prompt, schema }: ProviderCall): { readonly [key: string]: Json } {
  const properties = isJsonObject(schema) ? schema["properties"] : undefined;
  const turns = readUserTurns(prompt);
  const entries = Object.entries(isJsonObject(properties) ? properties : {});
  return Object.fromEntries(entries.map(([name, kind]) => [name, answerKind(kind, turns)]));
}

function answerKind(kind: Json, turns: readonly string[]): Json {
  const { type, items } = isJsonObject(kind) ? kind : {};
  if (type === "array") {
    const stems = toStems(turns.join(" "));
    const values = isJsonObject(items) && Array.isArray(items["enum"]) ? items["enum"].map(String) : [];
    return values.filter((value) => countShared(toStems(value), stems) > 0);
  }
  return type === "integer" || type === "number"
    ? rateConcern(turns.join("\n"))
    : summarizeRequest(turns[0] ?? "");
}
