import fc from "fast-check";
import { expect, test } from "vitest";
import { toNumberBins } from "./number-bins.ts";

test("many numbers fall into five bins of about the same size with rounded edges", () => {
  const { labels, binOf } = toNumberBins(Array.from({ length: 1001 }, (_, at) => at));
  expect(labels).toEqual([
    "under 200",
    "200 to under 400",
    "400 to under 600",
    "600 to under 800",
    "800 or more",
  ]);
  expect([0, 199.9, 200, 799, 800, 5000].map(binOf)).toEqual([0, 0, 1, 3, 4, 4]);
});

test("no number of the data stands in a label", () => {
  const { labels } = toNumberBins(Array.from({ length: 50 }, (_, at) => 1234.567 + at * 1001.01));
  expect(labels.join(" ")).not.toMatch(/\.\d|1,234/u);
});

test("a flag keeps its numbers", () => {
  const { labels, binOf } = toNumberBins([0, 1, 1, 0]);
  expect(labels).toEqual(["0", "1"]);
  expect([0, 1, 7].map(binOf)).toEqual([0, 1, -1]);
});

test("few distinct numbers that are no round ones are not shown as they are", () => {
  expect(toNumberBins([1234.5678, 99.123]).labels.join(" ")).not.toMatch(/1,234|99\.1/u);
});

test("every number has a bin, and bins keep the order of numbers", () => {
  const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 6, maxLength: 100 });
  fc.assert(
    fc.property(numbers, (sample) => {
      const { labels, binOf } = toNumberBins(sample);
      expect(labels.length).toBeLessThanOrEqual(5);
      const bins = sample.toSorted((a, b) => a - b).map(binOf);
      expect(bins).toEqual(bins.toSorted((a, b) => a - b));
      for (const bin of bins) expect(labels[bin]).toBeDefined();
    }),
  );
});
