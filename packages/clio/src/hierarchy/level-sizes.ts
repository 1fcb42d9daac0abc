import { UsageError } from "@observatory/core";

/**
 * How many clusters each level has, base first. Levels shrink by one constant ratio, (top / base)^(1 / (L - 1)),
 * as in the Clio paper.
 *
 * Without a wish there is one level up to 11 base clusters, two up to 80, three above; the top then has about
 * 1.7 times the square root of the base, at most 20: what a person reads at one sight. Throws UsageError for more
 * levels than the base can feed.
 *
 * @example
 * toLevelSizes(150); // [150, 55, 20]
 */
export function toLevelSizes(base: number, levels?: number): number[] {
  const depth = levels ?? (base < 12 ? 1 : base <= 80 ? 2 : 3);
  const top = Math.max(2, Math.min(20, Math.round(1.7 * Math.sqrt(base))));
  if (!Number.isInteger(depth) || depth < 1) {
    throw new UsageError(`${depth} levels were wished for`, { hint: "Give a whole number of at least 1." });
  }
  if (depth === 1) return [base];
  const ratio = (top / base) ** (1 / (depth - 1));
  const sizes = Array.from({ length: depth }, (_, level) => Math.round(base * ratio ** level));
  if (sizes.some((size, level) => level > 0 && size >= (sizes[level - 1] ?? 0))) {
    throw new UsageError(`${depth} levels were wished for, but ${base} base clusters are too few for them`, {
      hint: "Give fewer --levels or more --clusters.",
    });
  }
  return sizes;
}
