import type { Json } from "@observatory/core";

/** Where in a JSON value something is: keys and indices from the outside in. */
export type JsonPlace = readonly (string | number)[];

/** Every place in a value but the value itself, from the outside in. */
export function listPlaces(value: Json, at: JsonPlace = []): JsonPlace[] {
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => {
    const inner = valueAt(value, [key]);
    const place = [...at, key];
    return [place, ...(inner === undefined ? [] : listPlaces(inner, place))];
  });
}

export function valueAt(value: Json | undefined, [key, ...rest]: JsonPlace): Json | undefined {
  if (key === undefined || typeof value !== "object" || value === null) return value;
  const inner = Object.entries(value).find(([name]) => name === String(key))?.[1];
  return valueAt(inner, rest);
}

/** A copy with the value at a place changed, or without it where `change` gives undefined. */
export function changeAt(
  value: Json,
  [key, ...rest]: JsonPlace,
  change: (old: Json) => Json | undefined,
): Json {
  if (key === undefined || typeof value !== "object" || value === null) return change(value) ?? null;
  const entries = Object.entries(value).flatMap(([name, inner]): [string, Json][] => {
    if (name !== String(key)) return [[name, inner]];
    const changed = rest.length === 0 ? change(inner) : changeAt(inner, rest, change);
    return changed === undefined ? [] : [[name, changed]];
  });
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

/** A copy with every string changed; keys stay. */
export function mapStrings(value: Json, change: (text: string, key: string) => Json, key = ""): Json {
  if (typeof value === "string") return change(value, key);
  if (Array.isArray(value)) return value.map((inner: Json) => mapStrings(inner, change, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, Json]) => [name, mapStrings(inner, change, name)]),
  );
}
