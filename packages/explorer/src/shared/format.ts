const countFormat = new Intl.NumberFormat("en");
const shortFormat = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
const dateFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const dayMs = 86_400_000;

/** `12,345`. */
export function formatCount(count: number): string {
  return countFormat.format(count);
}

/** `12.3K`: for axes, where room is short. */
export function formatShort(count: number): string {
  return shortFormat.format(count);
}

/** `1 conversation`, `2 conversations`. */
export function formatCountOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

/** A share of 1 in percent, to one decimal below ten percent; what is not nothing never reads as nothing. */
export function formatShare(share: number): string {
  const percent = 100 * share;
  if (percent > 0 && percent < 0.1) return "<0.1%";
  return `${percent < 9.95 ? percent.toFixed(1) : percent.toFixed(0)}%`;
}

/** `1.5×`, `0.25×`, `12×`: how many times the rate elsewhere. */
export function formatRatio(ratio: number): string {
  return `${toRatioDigits(ratio)}×`;
}

/** In place of a ratio where no other conversation has the value, so that there is nothing to divide by. */
export const onlyHere = "only here";

/** `1.1–2.0×`. */
export function formatRatioInterval([low, high]: readonly [number, number]): string {
  return `${toRatioDigits(low)}–${toRatioDigits(high)}×`;
}

/** `2.1–3.4%`. */
export function formatShareInterval([low, high]: readonly [number, number]): string {
  return `${formatShare(low).replace("%", "")}–${formatShare(high)}`;
}

/** `+50%`, `−20%`, and from three times on `3.2×`: what a ratio over time did. */
export function formatGrowth(ratio: number): string {
  if (ratio >= 3) return formatRatio(ratio);
  const percent = Math.round(100 * (ratio - 1));
  if (percent === 0) return "±0%";
  return percent > 0 ? `+${percent}%` : `−${-percent}%`;
}

/** `5 Jan 2026` of a day `YYYY-MM-DD`; what is no day stays as it is. */
export function formatDay(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : dateFormat.format(time);
}

/** First and last day of a period whose `end` is the day after the last. */
export function formatPeriod({ start, end }: { readonly start: string; readonly end: string }): string {
  const after = Date.parse(`${end}T00:00:00Z`);
  if (Number.isNaN(after)) return formatDay(start);
  const last = new Date(after - dayMs).toISOString().slice(0, 10);
  return last === start ? formatDay(start) : `${formatDay(start)} – ${formatDay(last)}`;
}

/** `12.3 KB` with steps of 1,000. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The first `length` characters, on whole code points, with an ellipsis where something is cut. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text
    .slice(0, length)
    .replace(/\p{Surrogate}$/u, "")
    .trimEnd()}…`;
}

function toRatioDigits(ratio: number): string {
  if (ratio >= 9.95) return countFormat.format(Math.round(ratio));
  return ratio > 0 && ratio < 0.95 ? ratio.toFixed(2) : ratio.toFixed(1);
}
