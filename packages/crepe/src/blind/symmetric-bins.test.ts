import { createRandom } from "@observatory/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { balanceSymmetricBins } from "./symmetric-bins.ts";

test("of a box and its mirror image the fuller loses pairs until both hold the same number", () => {
  const pairs = [
    [0.6, 0.6], // three in one box
    [0.7, 0.7],
    [0.8, 0.9],
    [-0.6, -0.8], // one opposite
    [0.6, -0.6], // one with none opposite
    [0, 0], // tied under both probes: its own mirror image
    [0.2, 0], // one each, tied under the second probe
    [-0.3, 0],
  ];
  const kept = balanceSymmetricBins(pairs, { random: createRandom(1), bins: 4, ranges: [1, 1] });
  expect(kept.filter((i) => i <= 2)).toHaveLength(1);
  expect(kept.filter((i) => i > 2)).toEqual([3, 5, 6, 7]);
});

test("what stays is symmetric under both probes", () => {
  const point = fc.tuple(fc.integer({ min: -10, max: 10 }), fc.integer({ min: -10, max: 10 }));
  fc.assert(
    fc.property(fc.array(point, { maxLength: 80 }), fc.integer(), (points, seed) => {
      const kept = balanceSymmetricBins(points, { random: createRandom(seed) });
      for (const axis of [0, 1] as const) {
        const signs = kept.map((i) => Math.sign(points[i]?.[axis] ?? 0));
        expect(signs.filter((sign) => sign > 0).length).toBe(signs.filter((sign) => sign < 0).length);
      }
    }),
  );
});
