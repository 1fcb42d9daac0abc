import { sha256 } from "@observatory/core";

/**
 * Random rounding to a multiple of `unit`, drawn from the key: less than one unit off, and right on average. The same
 * key always draws the same, so asking again tells nothing more (the cell-key method of statistical offices, Fraser and
 * Wooton, 2005).
 *
 * Counts that are drawn with the same key keep their order.
 */
export function roundByKey(count: number, unit: number, key: string): number {
  const draw = Number.parseInt(sha256(`round\n${key}`).slice(0, 12), 16) / 2 ** 48;
  return Math.floor(count / unit + draw) * unit;
}
