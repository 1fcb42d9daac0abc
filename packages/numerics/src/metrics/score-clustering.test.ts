import { createRandom, type Random } from "@observatory/core";
import { expect, test } from "vitest";
import { clusteringMetrics, type ClusteringMetrics } from "./clustering-metrics.ts";
import { createContingency } from "./contingency.ts";
import { scoreClustering } from "./score-clustering.ts";

test("a perfect clustering scores 1 with no doubt, far above chance", async () => {
  const labels = Array.from({ length: 90 }, (_, i) => i % 3);
  const scores = await scoreClustering(labels, labels, { random: createRandom(1) });
  expect(scores).toMatchObject({ items: 90, classes: 3, clusters: 3, units: 90 });
  expect(scores?.metrics.ari).toMatchObject({ value: 1, interval: [1, 1] });
  expect(scores?.metrics.ari.chance).toBeCloseTo(0, 1);
  expect(scores?.metrics.purity.chance).toBeGreaterThan(1 / 3);
});

test("chance and intervals of an independent clustering hold its scores", async () => {
  const random = createRandom(2);
  const { truth, predicted } = simulate(600, 1, random);
  const scores = await scoreClustering(truth, predicted, { random });
  const { nmi, ami } = scores?.metrics ?? {};
  expect(Math.abs((nmi?.value ?? 1) - (nmi?.chance ?? 0))).toBeLessThan(0.05);
  expect((ami?.interval?.[0] ?? 1) < 0 && (ami?.interval?.[1] ?? -1) > 0).toBe(true);
});

test("intervals hold the mean score of such samples about nineteen times in twenty", async () => {
  const random = createRandom(3);
  const metrics = ["nmi", "ami", "ari", "purity"] as const satisfies readonly (keyof ClusteringMetrics)[];
  const many = Array.from({ length: 400 }, () => {
    const { truth, predicted } = simulate(300, 0.4, random);
    return clusteringMetrics(createContingency(truth, predicted));
  });
  const means = metrics.map(
    (metric) => many.reduce((sum, sample) => sum + (sample?.[metric] ?? 0), 0) / many.length,
  );
  const covered = Object.fromEntries(metrics.map((metric) => [metric, 0]));
  const trials = 120;
  for (let trial = 0; trial < trials; trial++) {
    const { truth, predicted } = simulate(300, 0.4, random);
    const scores = await scoreClustering(truth, predicted, { random, resamples: 100, permutations: 0 });
    for (const [i, metric] of metrics.entries()) {
      const mean = means[i] ?? 0;
      const [low, high] = scores?.metrics[metric].interval ?? [0, 0];
      if (low <= mean && mean <= high) covered[metric] = (covered[metric] ?? 0) + 1;
    }
  }
  expect(metrics.filter((metric) => (covered[metric] ?? 0) / trials < 0.89)).toEqual([]);
});

test("groups of equal items widen the interval, for there are fewer of them", async () => {
  const random = createRandom(4);
  const few = simulate(60, 0.4, random);
  const groups = Array.from({ length: 600 }, (_, i) => `account ${i % 60}`);
  const truth = groups.map((_, i) => few.truth[i % 60] ?? 0);
  const predicted = groups.map((_, i) => few.predicted[i % 60] ?? 0);
  const apart = await scoreClustering(truth, predicted, { random: createRandom(5) });
  const together = await scoreClustering(truth, predicted, { random: createRandom(5), groups });
  expect(together?.units).toBe(60);
  expect(widthOf(together?.metrics.ari.interval)).toBeGreaterThan(2 * widthOf(apart?.metrics.ari.interval));
});

test("the same seed gives the same scores", async () => {
  const { truth, predicted } = simulate(200, 0.3, createRandom(6));
  const first = await scoreClustering(truth, predicted, { random: createRandom(7) });
  const again = await scoreClustering(truth, predicted, { random: createRandom(7) });
  expect(again).toEqual(first);
});

test("no items have no scores, one item has them, an aborted run stops", async () => {
  const random = createRandom(8);
  expect(await scoreClustering([], [], { random })).toBeNull();
  const single = await scoreClustering([1], [1], { random });
  expect(single?.metrics.nmi).toEqual({ value: 1, chance: 1, interval: null });
  const signal = AbortSignal.abort(new Error("stop"));
  await expect(scoreClustering([1], [1], { random, signal })).rejects.toThrow("stop");
  await expect(scoreClustering([1], [1, 2], { random })).rejects.toThrow(RangeError);
});

/** Ten classes; a share `noise` of the items lands in a random cluster. */
function simulate(items: number, noise: number, random: Random) {
  const truth = Array.from({ length: items }, () => random.integer(10));
  const predicted = truth.map((label) => (random.next() < noise ? random.integer(10) : label));
  return { truth, predicted };
}

function widthOf(interval: readonly [number, number] | null | undefined): number {
  return !interval ? Number.NaN : interval[1] - interval[0];
}
