import type { Json } from "@observatory/core";
import { listPlaces, valueAt } from "./json-places.ts";

const idKey = /(?:^|[._a-z-])(?:id|ids|uuid|hash|node)$|parent|children|current/iu;

/**
 * The record with ids of its own, one for each number, so that copies are different conversations. Ids are what keys such as `id`,
 * `uuid` and `parent` hold; where such an id is a key itself, the key goes with it.
 */
export function varyRecord(record: Json, number: number): Json {
  const ids = new Set<string>();
  for (const place of listPlaces(record)) {
    const value = valueAt(record, place);
    const key = place.findLast((part) => typeof part === "string") ?? "";
    if (typeof value === "string" && idKey.test(key)) ids.add(value);
  }
  return rename(record, (text) => (ids.has(text) ? numbered(text, number) : text));
}

/** As long as it was, so that what is a UUID stays one. */
function numbered(id: string, number: number): string {
  const digits = `${number}`.padStart(6, "0");
  return id.length >= 12 ? `${id.slice(0, -6)}${digits}` : `${id}${digits}`;
}

function rename(value: Json, change: (text: string) => string): Json {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((inner: Json) => rename(inner, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, Json]) => [change(key), rename(inner, change)]),
  );
}
