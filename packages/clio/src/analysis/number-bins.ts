import { quantile } from "@observatory/numerics";

/** Bins of a number, in order. */
export interface NumberBins {
  readonly labels: readonly string[];
  /** Index of the bin of a number. */
  readonly binOf: (value: number) => number;
}

/**
 * At most five bins with about as many numbers in each. Edges are rounded to two digits, so that they show no single
 * number; numbers of at most five sizes stand for themselves.
 *
 * @param sample numbers, or a random sample of them; at least one
 */
export function toNumberBins(sample: readonly number[]): NumberBins {
  const distinct = [...new Set(sample)].toSorted((a, b) => a - b);
  if (distinct.length <= 5 && distinct.every((value) => value === roundDigits(value, 2))) {
    return { labels: distinct.map(format), binOf: (value) => distinct.indexOf(value) };
  }
  const edges = [
    ...new Set([0.2, 0.4, 0.6, 0.8].map((share) => roundDigits(quantile(sample, share) ?? 0, 2))),
  ].toSorted((a, b) => a - b);
  const labels = [
    `under ${format(edges[0] ?? 0)}`,
    ...edges.slice(1).map((edge, at) => `${format(edges[at] ?? 0)} to under ${format(edge)}`),
    `${format(edges.at(-1) ?? 0)} or more`,
  ];
  return { labels, binOf: (value) => edges.filter((edge) => edge <= value).length };
}

function roundDigits(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

function format(value: number): string {
  return value.toLocaleString("en-US", { maximumSignificantDigits: 6 });
}
