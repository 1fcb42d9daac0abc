export type TimeUnit = "day" | "week" | "month" | "year";

/** Days are counted from 1970-01-01 UTC. */
export interface TimeBuckets {
  readonly unit: TimeUnit;
  /** First day of each bucket and, at the end, the day after the last. */
  readonly starts: readonly number[];
}

const mostBuckets = 60;
/** Fewer than these would leave too little to see of a rise or a fall. */
const fewBuckets = 6;
/** Of so many a cluster with a fortieth still has ten. */
const enoughConversations = 400;
const msOfDay = 86_400_000;
/** Fewer could be one person and what he wrote in many conversations. */
const fewestAccounts = 5;

/** What stands on one day. */
export interface DayTally {
  /** Accounts with a conversation on that day. */
  readonly weight: number;
  /** Accounts; of many, five are enough. */
  readonly accounts: ReadonlySet<string>;
}

/** Counts an account on a day; each must be given once a day. Memory: at most five accounts a day. */
export function addToDay(days: Map<number, DayTally>, day: number, account: string): void {
  const known = days.get(day);
  const accounts = known?.accounts ?? new Set<string>();
  days.set(day, {
    weight: (known?.weight ?? 0) + 1,
    accounts: accounts.size >= fewestAccounts ? accounts : new Set([...accounts, account]),
  });
}

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
 * Days, weeks from Monday, months or years without gaps: the shortest of which there are at most 60 with 400 conversations
 * each on average, or, where there are not so many, the longest that still make six. All that an account has on one day is
 * taken for one conversation, so that nobody sets them alone.
 *
 * They span the central 99.9 % of the conversations, and leave out at least nine at each end, or a twentieth of a small
 * corpus, and all that four accounts have there: one wrong date must not stretch them, and their ends must not tell when
 * one person wrote, however much. Null without a time, or with times of fewer than five accounts.
 *
 * @param tallies by day
 */
export function toTimeBuckets(tallies: ReadonlyMap<number, DayTally>): TimeBuckets | null {
  const days = [...tallies].toSorted(([a], [b]) => a - b);
  const total = days.reduce((sum, [, { weight }]) => sum + weight, 0);
  const cut = Math.max(total * 0.0005, Math.min(9, total / 20));
  const first = reach(days, cut);
  const end = reach(days.toReversed(), cut);
  if (first === null || end === null) return null;
  const last = Math.max(first, end);
  const all = (["day", "week", "month", "year"] as const).map((unit) => ({
    unit,
    starts: listStarts(unit, first, last),
  }));
  const usable = all.filter(({ unit, starts }) => unit === "year" || starts.length - 1 <= mostBuckets);
  return (
    usable.find(
      ({ starts }) => total / (starts.length - 1) >= enoughConversations && starts.length > fewBuckets,
    ) ??
    usable.findLast(({ starts }) => starts.length > fewBuckets) ??
    usable[0] ??
    null
  );
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

/** The day at which more than `cut` conversations have passed, of five accounts; null where there are not so many. */
function reach(days: readonly (readonly [number, DayTally])[], cut: number): number | null {
  let passed = 0;
  const seen = new Set<string>();
  for (const [day, { weight, accounts }] of days) {
    passed += weight;
    for (const account of accounts) if (seen.size < fewestAccounts) seen.add(account);
    if (passed > cut && seen.size >= fewestAccounts) return day;
  }
  return null;
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
