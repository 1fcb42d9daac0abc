import type { Json } from "@observatory/core";

const maxDepth = 16;

/**
 * A copy of untrusted data that is safe to walk and to write: at most 16 levels deep, without `__proto__` keys,
 * with well-formed strings. Null where it is deeper or no JSON.
 */
export function copyBounded(value: unknown, depth = 0): { readonly value: Json } | null {
  if (value === null || typeof value === "boolean" || typeof value === "number") return { value };
  if (typeof value === "string") return { value: value.toWellFormed() };
  if (typeof value !== "object" || depth >= maxDepth) return null;
  if (Array.isArray(value)) {
    const items: Json[] = [];
    for (const item of value) {
      const copy = copyBounded(item, depth + 1);
      if (copy === null) return null;
      items.push(copy.value);
    }
    return { value: items };
  }
  const entries: [string, Json][] = [];
  for (const [key, inner] of Object.entries(value)) {
    if (key === "__proto__") continue;
    const copy = copyBounded(inner, depth + 1);
    if (copy === null) return null;
    entries.push([key.toWellFormed(), copy.value]);
  }
  return { value: Object.fromEntries(entries) };
}

/** JSON text of untrusted data; null where it is nested too deeply to be written. */
export function toBoundedJson(value: unknown): string | null {
  const copy = copyBounded(value);
  return copy === null ? null : JSON.stringify(copy.value);
}
