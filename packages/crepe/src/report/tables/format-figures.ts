type Interval = readonly [number, number];

/** What stands where there is no number. */
export const none = "–";

/** A share in percent: `43.0`. */
export function percent(share: number): string {
  return fixed(100 * share, 1);
}

/** A share with its interval, in percent: `43.0 [36.2, 50.3]`. */
export function percentRange(share: number, [low, high]: Interval): string {
  return `${percent(share)} [${percent(low)}, ${percent(high)}]`;
}

/** A difference of shares with its interval, in points: `+26.3 [19.8, 33.1]`. */
export function pointsRange(difference: number, [low, high]: Interval): string {
  return signedRange(100 * difference, [100 * low, 100 * high], 1);
}

/** A number with its sign, and its interval. */
export function signedRange(value: number, [low, high]: Interval, digits = 2): string {
  const text = fixed(value, digits);
  return `${Number(text) > 0 ? "+" : ""}${text} [${fixed(low, digits)}, ${fixed(high, digits)}]`;
}

/** `1,234`. */
export function count(value: number): string {
  return value.toLocaleString("en-US");
}

/** A mean rank, or a median, which may be a half. */
export function rank(value: number, digits = 2): string {
  return fixed(value, digits);
}

/** `0.032`, `<0.001`. */
export function pValue(p: number): string {
  return p < 0.001 ? "<0.001" : p.toFixed(3);
}

/** Nothing is below zero that is zero when rounded. */
function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text;
}
