import type { Json } from "@observatory/core";

/** Tells whether a value of JSON is an object. */
export function isJsonObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
