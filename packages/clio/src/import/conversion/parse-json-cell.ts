import { parseJson } from "@observatory/core";

/**
 * The object or list that a cell of a table holds as JSON; any other value as it is. Formats that come as CSV use it for
 * the columns of which they know that they may hold JSON.
 */
export function parseJsonCell(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{]/u.test(value)) return value;
  const parsed = parseJson(value);
  return parsed.ok ? parsed.value : value;
}

/** A record with every cell opened by {@link parseJsonCell}. */
export function openJsonCells(record: unknown): unknown {
  if (typeof record !== "object" || record === null || Array.isArray(record)) return record;
  return Object.fromEntries(Object.entries(record).map(([name, cell]) => [name, parseJsonCell(cell)]));
}
