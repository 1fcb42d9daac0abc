import { z } from "zod";
import { toFields } from "../traces/to-fields.ts";

/** Attributes by their dotted names. */
export type Attributes = ReadonlyMap<string, unknown>;

const pair = z.object({ key: z.string(), value: z.unknown() });

/** Names have few dots and values few levels; what is deeper stays as it is, or is left out. */
const maxDepth = 8;

/**
 * Attributes as OTLP writes them (a list of keys and typed values), as an object with dotted names, or as one whose names
 * are taken apart at the dots. Empty for anything else.
 */
export function readAttributes(value: unknown): Attributes {
  const attributes = new Map<string, unknown>();
  if (Array.isArray(value)) {
    for (const item of value) {
      const { data } = pair.safeParse(item);
      if (data !== undefined) attributes.set(data.key, readAnyValue(data.value));
    }
  } else {
    flatten(value, "", attributes, 0);
  }
  return attributes;
}

function flatten(value: unknown, path: string, attributes: Map<string, unknown>, depth: number): void {
  const data = toFields(value);
  if (data === undefined || depth > maxDepth) return;
  for (const [key, inner] of Object.entries(data)) {
    const name = path === "" ? key : `${path}.${key}`;
    if (typeof inner === "object" && inner !== null && !Array.isArray(inner)) {
      flatten(inner, name, attributes, depth + 1);
    } else if (inner !== null && inner !== undefined) {
      attributes.set(name, inner);
    }
  }
}

/** The plain value of an `AnyValue` of OTLP: `{"stringValue": "a"}`; what is none comes back as it is. */
export function readAnyValue(value: unknown, depth = 0): unknown {
  const data = toFields(value);
  if (data === undefined || depth > maxDepth) return value;
  for (const name of ["stringValue", "boolValue", "doubleValue"])
    if (Object.hasOwn(data, name)) return data[name];
  if (Object.hasOwn(data, "intValue")) return Number(data["intValue"]);
  const list = toFields(data["arrayValue"])?.["values"];
  if (Array.isArray(list)) return list.map((item) => readAnyValue(item, depth + 1));
  const pairs = toFields(data["kvlistValue"])?.["values"];
  if (!Array.isArray(pairs)) return value;
  return Object.fromEntries(
    pairs.flatMap((item) => {
      const { data } = pair.safeParse(item);
      return data === undefined || data.key === "__proto__"
        ? []
        : [[data.key, readAnyValue(data.value, depth + 1)]];
    }),
  );
}
