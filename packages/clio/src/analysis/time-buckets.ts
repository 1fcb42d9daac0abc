export type TimeUnit = "day" | "week" | "month" | "year";

/** Days are counted from 1970-01-01 UTC. */
export interface TimeBuckets {
  readonly unit: TimeUnit;
  /** First day of each bucket and, at the end, the day after the last. */
  readonly starts: readonly number[];
}

const mostBuckets = 60;
const msOfDay = 86_400_000;

/** The day of a time of ISO 8601; null where it is none. */
export function toDay(instant: string | null): number | null {
  if (instant === null) return null;
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? null : Math.floor(ms / msOfDay);
}

/** `YYYY-MM-DD`. */
export function describeDay(day: number): string {
  return new Date(day * msOfDay).toISOString().slice(0, 10);
}

/**
 * Days, weeks from Monday, months or years without gaps, the shortest of which there are at most 60.
 *
 * They span the central 99.9 % of the conversations, and leave out at least nine at each end, or a twentieth of a small
 * corpus: one wrong date must not stretch them, and their ends must not tell when one person wrote. Null without a time.
 *
 * @param weights conversations by day
 */
export function toTimeBuckets(weights: ReadonlyMap<number, number>): TimeBuckets | null {
  const days = [...weights].toSorted(([a], [b]) => a - b);
  const total = days.reduce((sum, [, weight]) => sum + weight, 0);
  if (days.length === 0 || total === 0) return null;
  const cut = Math.max(total * 0.0005, Math.min(9, total / 20));
  const first = reach(days, cut);
  const last = Math.max(first, reach(days.toReversed(), cut));
  for (const unit of ["day", "week", "month"] as const) {
    const starts = listStarts(unit, first, last);
    if (starts.length - 1 <= mostBuckets) return { unit, starts };
  }
  return { unit: "year", starts: listStarts("year", first, last) };
}

/** Index of the bucket of a day; -1 outside. */
export function bucketOf({ starts }: TimeBuckets, day: number): number {
  if (day < (starts[0] ?? 0) || day >= (starts.at(-1) ?? 0)) return -1;
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= day) low = middle;
    else high = middle;
  }
  return low;
}

/** The day at which more than `cut` conversations have passed. */
function reach(days: readonly (readonly [number, number])[], cut: number): number {
  let passed = 0;
  for (const [day, weight] of days) {
    passed += weight;
    if (passed > cut) return day;
  }
  return days.at(-1)?.[0] ?? 0;
}

function listStarts(unit: TimeUnit, first: number, last: number): number[] {
  const starts = [startOf(unit, first)];
  for (let next = starts[0] ?? 0; next <= last && starts.length < 1000;) {
    next = nextStart(unit, next);
    starts.push(next);
  }
  return starts;
}

function startOf(unit: TimeUnit, day: number): number {
  const date = new Date(day * msOfDay);
  switch (unit) {
    case "day":
      return day;
    case "week":
      return day - ((date.getUTCDay() + 6) % 7);
    case "month":
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth()) / msOfDay;
    case "year":
      return Date.UTC(date.getUTCFullYear(), 0) / msOfDay;
    default:
      return unit satisfies never;
  }
}

function nextStart(unit: TimeUnit, start: number): number {
  const longest = { day: 1, week: 7, month: 31, year: 366 }[unit];
  return startOf(unit, start + longest);
}
