const isoForm =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$/iu;
const digits = /^\d{9,19}(?:\.\d+)?$/u;

const earliest = Date.UTC(1990, 0);
const latest = Date.UTC(2100, 0);

/**
 * A time as ISO 8601 in UTC with milliseconds; null where it is none or cannot be right.
 *
 * Takes ISO 8601 with any offset (none means UTC; a date alone is its midnight) and epoch numbers in seconds, milliseconds,
 * microseconds or nanoseconds, told apart by their size. Days that no calendar has and years outside 1990-2099 are
 * taken for mistakes: 1970 is what a missing time turns into.
 */
export function toInstant(value: unknown): string | null {
  const ms =
    typeof value === "number" ? fromEpoch(value) : typeof value === "string" ? fromText(value.trim()) : null;
  return ms === null || !(ms >= earliest && ms < latest) ? null : new Date(ms).toISOString();
}

function fromText(text: string): number | null {
  return digits.test(text) ? fromEpoch(Number(text)) : fromIso(text);
}

function fromEpoch(value: number): number {
  if (value < 1e11) return value * 1000;
  if (value < 1e14) return value;
  return value < 1e17 ? value / 1e3 : value / 1e6;
}

function fromIso(text: string): number | null {
  const match = isoForm.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as Six;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const milliseconds = Math.floor(Number(`0.${match[7] ?? 0}`) * 1000);
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds));
  // A day that the month lacks would roll over into the next month.
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return null;
  const offset = toOffsetMinutes(match[8] ?? "Z");
  return offset === null ? null : local.getTime() - offset * 60_000;
}

type Six = [number, number, number, number, number, number]; // six groups of the expression

function toOffsetMinutes(offset: string): number | null {
  if (!/^[+-]/u.test(offset)) return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(":", ""));
  if (hours > 14 || minutes > 59) return null;
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
