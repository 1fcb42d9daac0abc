/** Relative traffic of the hours of a day in UTC, from an assistant with users on all continents. */
const hours = [4, 3, 3, 3, 3, 4, 5, 7, 9, 10, 10, 9, 9, 11, 12, 12, 12, 11, 10, 10, 9, 8, 7, 5];
/** Monday first. */
const weekdays = [1.08, 1.1, 1.08, 1.02, 0.94, 0.7, 0.76];

export interface Clock {
  /** Milliseconds since 1970 at which the fraction `part` of all conversations has happened. Increases with `part`. */
  at(part: number): number;
  /** The same moment as a fraction of the time span, in [0, 1). */
  progress(time: number): number;
  readonly start: number;
  readonly end: number;
}

/** Traffic over `weeks` weeks from `start`: a daily and a weekly rhythm, and slow growth (half as much again at the end). */
export function createClock(start: number, weeks: number): Clock {
  const hour = 3_600_000;
  const count = Math.max(1, Math.round(weeks * 168));
  const until = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) {
    const date = new Date(start + i * hour);
    const rate = (hours[date.getUTCHours()] ?? 1) * (weekdays[(date.getUTCDay() + 6) % 7] ?? 1);
    until[i + 1] = (until[i] ?? 0) + rate * (1 + (0.5 * i) / count);
  }
  const total = until[count] ?? 1;
  return {
    start,
    end: start + count * hour,
    progress: (time) => (time - start) / (count * hour),
    at: (part) => {
      const wanted = part * total;
      let low = 0;
      let high = count;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((until[middle] ?? 0) <= wanted) low = middle;
        else high = middle;
      }
      const before = until[low] ?? 0;
      const share = (wanted - before) / ((until[high] ?? total) - before);
      return Math.floor(start + (low + Math.min(0.999999, share)) * hour);
    },
  };
}
