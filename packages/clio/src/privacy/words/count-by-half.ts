/** How many accounts of each of two halves use a term. */
export interface HalfCounts {
  /** Counts each term once for an account of this half. */
  add(terms: ReadonlySet<string>, half: 0 | 1): void;
  total(term: string): number;
  /** The smaller of the two halves. */
  leastHalf(term: string): number;
  /** Forgets the terms that fewer accounts than this use. */
  dropBelow(least: number): void;
  entries(): Iterable<readonly [string, number]>;
  readonly size: number;
}

/** Both counts are in one number, so that a term takes one entry: the second half counts in units of this. */
const secondHalf = 2 ** 26;

/** Up to 2^26 accounts a half. */
export function createHalfCounts(): HalfCounts {
  const counts = new Map<string, number>();
  const total = (packed: number): number => (packed % secondHalf) + Math.floor(packed / secondHalf);
  return {
    add: (terms, half) => {
      const unit = half === 0 ? 1 : secondHalf;
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + unit);
    },
    total: (term) => total(counts.get(term) ?? 0),
    leastHalf: (term) => {
      const packed = counts.get(term) ?? 0;
      return Math.min(packed % secondHalf, Math.floor(packed / secondHalf));
    },
    dropBelow: (least) => {
      for (const [term, packed] of counts) if (total(packed) < least) counts.delete(term);
    },
    *entries() {
      for (const [term, packed] of counts) yield [term, total(packed)];
    },
    get size() {
      return counts.size;
    },
  };
}
