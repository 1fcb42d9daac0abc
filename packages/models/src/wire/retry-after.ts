/** Milliseconds that a server asks to wait by `retry-after-ms` or `retry-after` (seconds or a date); null where it does not. */
export function readRetryAfter(headers: Headers, nowMs: number): number | null {
  const exact = toNumber(headers.get("retry-after-ms"));
  if (exact !== null) return exact;
  const text = headers.get("retry-after");
  const seconds = toNumber(text);
  if (seconds !== null) return seconds * 1000;
  // Date.parse makes a year of a bare number.
  const date = text !== null && /[a-z]{3}/iu.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - toServerTime(headers, nowMs));
}

/** The server's own clock where it tells it, so that a clock that is wrong here does no harm. */
export function toServerTime(headers: Headers, nowMs: number): number {
  const date = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(date) ? nowMs : date;
}

/** A number that is not negative, or null. */
export function toNumber(text: string | null): number | null {
  const value = text === null || text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : null;
}
