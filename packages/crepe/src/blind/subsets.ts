import type { Random } from "@observatory/core";

/**
 * Subsets of `size` of the numbers 0..count-1, each ascending: all of them in lexical order where there are at most
 * `limit`, else `limit` different ones drawn at random. None where `size` is larger than `count`.
 */
export function drawSubsets(
  count: number,
  size: number,
  options: { readonly limit: number; readonly random: Random },
): number[][] {
  if (size > count) return [];
  if (countSubsets(count, size) <= options.limit) return allSubsets(count, size, 0);
  const drawn = new Map<string, number[]>();
  const numbers = Array.from({ length: count }, (_, i) => i);
  while (drawn.size < options.limit) {
    const subset = options.random
      .shuffle(numbers)
      .slice(0, size)
      .toSorted((a, b) => a - b);
    drawn.set(subset.join(), subset);
  }
  return [...drawn.values()];
}

function countSubsets(count: number, size: number): number {
  let product = 1;
  for (let i = 0; i < size; i++) product *= (count - i) / (i + 1);
  return Math.round(product);
}

function allSubsets(count: number, size: number, from: number): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: Math.max(0, count - size - from + 1) }, (_, i) => from + i).flatMap((first) =>
    allSubsets(count, size - 1, first + 1).map((rest) => [first, ...rest]),
  );
}
