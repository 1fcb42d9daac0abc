import { UsageError } from "@observatory/core";
import { normalTail } from "@observatory/numerics";
import fc from "fast-check";
import { expect, test } from "vitest";
import { budgetParts, deviationOf, planBudget, varianceFor } from "./budget-plan.ts";
import { deltaOfRho, epsilonOfRho, rhoOfBudget } from "./zcdp.ts";

const rhos = fc.double({ min: 1e-4, max: 5, noNaN: true });

/** Exact for one Gaussian of sensitivity 1 (Balle and Wang 2018): a mechanism that no bound for all of zCDP may undercut. */
function gaussianDelta(rho: number, epsilon: number): number {
  const sigma = Math.sqrt(1 / (2 * rho));
  return (
    normalTail(epsilon * sigma - 1 / (2 * sigma)) -
    Math.exp(epsilon) * normalTail(epsilon * sigma + 1 / (2 * sigma))
  );
}

test("delta is above that of the Gaussian and below the classic bound", () => {
  fc.assert(
    fc.property(rhos, fc.double({ min: 0.1, max: 10, noNaN: true }), (rho, epsilon) => {
      const delta = deltaOfRho(rho, epsilon);
      expect(delta).toBeGreaterThanOrEqual(gaussianDelta(rho, epsilon) - 1e-9);
      if (epsilon > rho)
        expect(delta).toBeLessThanOrEqual(Math.exp(-((epsilon - rho) ** 2) / (4 * rho)) * (1 + 1e-6));
    }),
  );
});

test("a budget buys the rho whose epsilon it is, never more", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 30, noNaN: true }), (epsilon) => {
      const rho = rhoOfBudget(epsilon, 1e-6);
      expect(epsilonOfRho(rho, 1e-6)).toBeCloseTo(epsilon, 6);
      expect(deltaOfRho(rho, epsilon)).toBeLessThanOrEqual(1e-6);
      expect(rho).toBeGreaterThan(0);
    }),
  );
  // Without the tight conversion epsilon 1 buys 0.0177.
  expect(rhoOfBudget(1, 1e-6)).toBeCloseTo(0.02436, 4);
});

test("the parts of a plan sum to no more than the whole, and each has noise that costs no more than its part", () => {
  const plan = planBudget({ epsilon: 1 });
  expect(budgetParts.reduce((sum, part) => sum + plan.rhoOf[part], 0)).toBeLessThanOrEqual(
    rhoOfBudget(1, 1e-6),
  );
  for (const part of budgetParts)
    expect(12 / (2 * deviationOf(varianceFor(plan.rhoOf[part], 12)) ** 2)).toBeLessThanOrEqual(
      plan.rhoOf[part] * (1 + 1e-9),
    );
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("epsilon %d is refused", (epsilon) => {
  expect(() => planBudget({ epsilon })).toThrow(UsageError);
});

test.each([0, 1, Number.NaN, 0.01])("delta %d is refused", (delta) => {
  expect(() => planBudget({ epsilon: 1, delta })).toThrow(UsageError);
});
