/**
 * A time as `toInstant` takes it, from what readers of tables make of one: a date, or a whole number of microseconds. Undefined
 * where it is none, an empty cell too.
 */
export function toTime(value: unknown): string | number | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (typeof value === "bigint") return Number(value);
  return (typeof value === "string" && value.trim() !== "") || typeof value === "number" ? value : undefined;
}
