import { createRandom } from "@observatory/core";
import { expect, test } from "vitest";
import { fitCombination } from "./fit-combination.ts";

test("weights follow what each probe knows, sign included", () => {
  const random = createRandom(1);
  // The true caption is 1 higher on the first probe, 1 lower on the second, the same on the third, with unit noise.
  const rows = Array.from({ length: 800 }, () =>
    [1, -1, 0].map((lead) =>
      Float64Array.from({ length: 4 }, (_, c) => random.normal() + (c === 0 ? lead : 0)),
    ),
  );
  const [first = 0, second = 0, third = 0] = fitCombination(rows).weights;
  // For normal scores that differ by a shift of 1, the true weights of the conditional logit are 1, -1 and 0.
  expect(first).toBeCloseTo(1, 0);
  expect(second).toBeCloseTo(-1, 0);
  expect(Math.abs(third)).toBeLessThan(0.15);
});

test("perfect separation, silent probes and no rows stay finite", () => {
  const rows = Array.from({ length: 50 }, () => [Float64Array.of(1, 0, 0), Float64Array.of(7, 7, 7)]);
  const { weights, score } = fitCombination(rows);
  expect([...weights].every(Number.isFinite)).toBe(true);
  expect(weights[0]).toBeGreaterThan(1);
  expect(weights[1]).toBe(0);
  expect([...score(rows[0] ?? [])].indexOf(Math.max(...score(rows[0] ?? [])))).toBe(0);
  expect(fitCombination([]).weights).toHaveLength(0);
});
