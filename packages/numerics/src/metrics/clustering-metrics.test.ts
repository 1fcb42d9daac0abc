import { createRandom } from "@observatory/core";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readClusteringGolden } from "../testing/clustering-golden.ts";
import { clusteringMetrics, type ClusteringMetrics } from "./clustering-metrics.ts";
import { createContingency } from "./contingency.ts";
import { expectedMutualInformation } from "./expected-mutual-information.ts";

const golden = readClusteringGolden();

describe("metrics equal scikit-learn's", () => {
  test.each(golden.labellings)("$name", ({ truth, predicted, scores }) => {
    expect(differingMetrics(clusteringMetrics(createContingency(truth, predicted)), scores)).toEqual([]);
  });

  test.each(golden.arithmetic)("$items items, $classes classes, $clusters clusters", (given) => {
    const { items, classes, clusters, scores } = given;
    const index = Array.from({ length: items }, (_, i) => i);
    const truth = index.map((i) => i % classes);
    const predicted = index.map((i) =>
      (i * i) % 7 < 3 ? Math.floor((i * 31) / 17) % clusters : (i % classes) % clusters,
    );
    expect(differingMetrics(clusteringMetrics(createContingency(truth, predicted)), scores)).toEqual([]);
  });
});

test("two classes, three clusters by hand", () => {
  const metrics = clusteringMetrics(createContingency(["a", "a", "a", "b", "b", "b"], [0, 0, 1, 1, 2, 2]));
  // Clusters 0 and 2 are pure, cluster 1 is even: 1/3 of the items keep one bit.
  expect(metrics?.homogeneity).toBeCloseTo(1 - 1 / 3, 12);
  expect(metrics?.completeness).toBeCloseTo(((2 / 3) * Math.log(2)) / Math.log(3), 12);
  expect(metrics?.purity).toBeCloseTo(5 / 6, 12);
});

test("no items have no scores", () => {
  expect(clusteringMetrics(createContingency([], []))).toBeNull();
});

test("the expected information is the mean over permutations", () => {
  const random = createRandom(3);
  const truth = Array.from({ length: 40 }, (_, i) => Math.floor(Math.sqrt(i)));
  const clusters = Array.from({ length: 40 }, (_, i) => i % 6);
  const sample = Array.from({ length: 4000 }, () => {
    const table = createContingency(truth, random.shuffle(clusters));
    return table.cellCounts.reduce((sum, count, cell) => {
      const margins =
        (table.rowSums[table.cellRows[cell] ?? 0] ?? 0) *
        (table.columnSums[table.cellColumns[cell] ?? 0] ?? 0);
      return sum + (count / 40) * Math.log((40 * count) / margins);
    }, 0);
  });
  const table = createContingency(truth, clusters);
  const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
  expect(expectedMutualInformation(table.rowSums, table.columnSums)).toBeCloseTo(mean, 2);
});

test("scores are finite, in range, and blind to the names of labels", () => {
  const labels = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(labels, (pairs) => {
      const truth = pairs.map(([a]) => a);
      const predicted = pairs.map(([, b]) => b);
      const metrics = clusteringMetrics(createContingency(truth, predicted));
      const renamed = clusteringMetrics(
        createContingency(
          truth.map((label) => `class ${9 - label}`),
          predicted.map((label) => label * 7 - 3),
        ),
      );
      expect(renamed).toEqual(metrics);
      const values = Object.values(metrics ?? { missing: Number.NaN });
      expect(values.every((value) => value >= -1 && value <= 1 + 1e-12)).toBe(true);
      expect(clusteringMetrics(createContingency(truth, truth))?.ami).toBeCloseTo(1, 12);
    }),
  );
});

test("lists of different lengths are refused", () => {
  expect(() => createContingency([1], [1, 2])).toThrow(RangeError);
});

function differingMetrics(actual: ClusteringMetrics | null, expected: ClusteringMetrics): string[] {
  const entries = new Map<string, number>(Object.entries(actual ?? {}));
  return Object.entries(expected)
    .filter(([name, value]) => !(Math.abs((entries.get(name) ?? Number.NaN) - value) < 1e-9))
    .map(([name]) => name);
}
