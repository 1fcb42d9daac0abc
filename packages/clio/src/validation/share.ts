import { wilsonInterval } from "@observatory/numerics";

/** How many of some things are so, with the Wilson interval of the share at 95 %. */
export interface Share {
  readonly count: number;
  readonly of: number;
  /** Null of nothing. */
  readonly share: number | null;
  readonly interval: readonly [low: number, high: number] | null;
}

/** Throws RangeError where `count` is not between 0 and `of`. */
export function toShare(count: number, of: number): Share {
  return { count, of, share: of === 0 ? null : count / of, interval: wilsonInterval(count, of) };
}

/** The share of items for which something is so. */
export function shareOf<T>(items: readonly T[], isSo: (item: T) => boolean): Share {
  return toShare(items.filter(isSo).length, items.length);
}
