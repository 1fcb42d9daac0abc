/** The fields of an object of untrusted data. */
export type Fields = Readonly<Record<string, unknown>>;

/** The object itself, unchecked but for being one; undefined for a list and for anything else. */
export function toFields(value: unknown): Fields | undefined {
  return isFields(value) ? value : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
