/** A range that a number is known to lie in; it is narrowed in place. */
export interface Range {
  low: number;
  high: number;
}

/** A number that is the sum of others. */
export interface Sum {
  readonly whole: Range;
  readonly parts: readonly Range[];
}

/**
 * Narrows ranges by what sums say of them until nothing moves any more: each part is at most the whole less what the others have at least,
 * and at least the whole less what they have at most. What a linear program can tell may be narrower; what this tells anybody can.
 *
 * @returns false where no numbers fit
 */
export function narrowBySums(sums: readonly Sum[], rounds = 200): boolean {
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    const narrow = (range: Range, low: number, high: number): void => {
      if (low > range.low + 1e-9) [range.low, moved] = [low, true];
      if (high < range.high - 1e-9) [range.high, moved] = [high, true];
    };
    for (const { whole, parts } of sums) {
      let low = 0;
      let high = 0;
      for (const part of parts) {
        low += part.low;
        high += part.high;
      }
      narrow(whole, low, high);
      for (const part of parts) {
        const othersLow = low - part.low;
        const othersHigh = parts.reduce((sum, other) => (other === part ? sum : sum + other.high), 0);
        narrow(part, whole.low - othersHigh, whole.high - othersLow);
      }
      if (whole.low > whole.high + 1e-6) return false;
    }
    if (!moved) return true;
  }
  return true;
}
