import { createRandom } from "@observatory/core";
import { expect, test } from "vitest";
import { bootstrapMeanInterval, drawBootstrapCounts, percentileInterval } from "./bootstrap.ts";

test("a bootstrap sample has as many draws as units", () => {
  const counts = drawBootstrapCounts(1000, createRandom(1));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1000);
  // About a share of 1 / e is never drawn.
  expect(counts.filter((count) => count === 0).length / 1000).toBeCloseTo(Math.exp(-1), 1);
});

test("the interval of a mean holds the true mean nineteen times in twenty", () => {
  const random = createRandom(2);
  const covered = Array.from({ length: 300 }, () => {
    const values = Array.from({ length: 60 }, () => 5 + random.normal());
    const [low, high] = bootstrapMeanInterval(values, { random, resamples: 200 }) ?? [0, 0];
    return low <= 5 && 5 <= high;
  }).filter(Boolean).length;
  expect(covered / 300).toBeGreaterThan(0.9);
  expect(covered / 300).toBeLessThan(0.98);
});

test("nothing has no interval", () => {
  expect(bootstrapMeanInterval([], { random: createRandom(1) })).toBeNull();
  expect(percentileInterval([])).toBeNull();
});
