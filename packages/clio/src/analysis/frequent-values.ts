/** Counts of values in bounded memory. */
export interface FrequentValues {
  add(value: string): void;
  /** The most frequent first; equal ones in code-point order. */
  list(): string[];
}

/**
 * Keeps the frequent values of a stream in memory for `limit` of them (Misra and Gries, Science of Computer Programming 2,
 * 1982): every value with more than its `limit`th part of the stream is kept, and where there are no more than `limit` values
 * all are kept with their exact counts.
 */
export function createFrequentValues(limit = 20_000): FrequentValues {
  const counts = new Map<string, number>();
  return {
    add(value) {
      const known = counts.get(value);
      if (known !== undefined || counts.size < limit) {
        counts.set(value, (known ?? 0) + 1);
        return;
      }
      // The newcomer and one of every other go together, so that a pass is paid for by what was added before.
      for (const [other, count] of counts) {
        if (count === 1) counts.delete(other);
        else counts.set(other, count - 1);
      }
    },
    list: () => [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([value]) => value),
  };
}
