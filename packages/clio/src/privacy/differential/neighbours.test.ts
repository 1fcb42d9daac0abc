import { createMatrix } from "@observatory/numerics";
import { expect, test } from "vitest";
import { planBudget, type BudgetPlan } from "./budget-plan.ts";
import { clusterPrivately } from "./cluster-privately.ts";
import { createSeededBytes } from "./seeded-bytes.test.helper.ts";
import { epsilonOfRho } from "./zcdp.ts";

// A black box: the mechanism with and without one account, many times; an event that is likelier with it than the
// budget allows, beyond what chance explains, is a leak.

const runs = 500;
const delta = 0.15;
const corners = [
  [4, 0],
  [0, 4],
  [-4, 0],
  [0, -4],
] as const;

/** Almost everything on the sizes, so that what is spent there shows. */
const claimed: BudgetPlan = (() => {
  const plan = planBudget({ epsilon: 1 });
  const little = 1e-4;
  const rhoOf = {
    accounts: little,
    anchors: little,
    centroids: little,
    sizes: 1,
    vocabulary: little,
    words: little,
    pairs: little,
  };
  return { ...plan, rhoOf, rho: 0.5 + 3 * little };
})();

/** The target has a point in each of four clusters, which is the most that one account may do; others have one each. */
function pointsOf(withTarget: boolean) {
  const accounts = [...corners.map((at) => [at]), ...(withTarget ? [corners] : [])];
  const all = accounts.flat();
  const vectors = createMatrix(all.length, 2);
  all.forEach((at, row) => vectors.data.set(at, row * 2));
  const starts = [0];
  for (const own of accounts) starts.push((starts.at(-1) ?? 0) + own.length);
  return { starts, vectors, languages: all.map(() => -1) };
}

/** What an attacker looks at: the sum of all published sizes. */
async function observe(plan: BudgetPlan, withTarget: boolean, seed: string): Promise<readonly number[]> {
  const anchors = createMatrix(4, 2);
  corners.forEach((at, row) => anchors.data.set(at, row * 2));
  const points = pointsOf(withTarget);
  const bytes = createSeededBytes(`${seed} ${withTarget}`);
  const seen: number[] = [];
  for (let run = 0; run < runs; run++) {
    const { sizes } = await clusterPrivately(points, { plan, anchors, languages: 0, clusters: 4, bytes });
    seen.push(sizes.reduce((sum, size) => sum + size, 0));
  }
  return seen;
}

/** The ends of the exact 99.9 % interval of a share (Clopper and Pearson 1934), by bisection of binomial tails. */
function clopperPearson(hits: number): { readonly low: number; readonly high: number } {
  const logFactorial = [0];
  for (let n = 1; n <= runs; n++) logFactorial.push((logFactorial[n - 1] ?? 0) + Math.log(n));
  const chance = (k: number, p: number): number =>
    Math.exp(
      (logFactorial[runs] ?? 0) -
        (logFactorial[k] ?? 0) -
        (logFactorial[runs - k] ?? 0) +
        k * Math.log(p) +
        (runs - k) * Math.log1p(-p),
    );
  const tail = (from: number, to: number, p: number): number => {
    let sum = 0;
    for (let k = from; k <= to; k++) sum += chance(k, p);
    return sum;
  };
  const bisect = (isBelow: (p: number) => boolean): number => {
    let [low, high] = [1e-9, 1 - 1e-9];
    for (let step = 0; step < 40; step++) {
      const middle = (low + high) / 2;
      if (isBelow(middle)) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return {
    low: hits === 0 ? 0 : bisect((p) => tail(hits, runs, p) < 0.0005),
    high: hits === runs ? 1 : bisect((p) => tail(0, hits, p) > 0.0005),
  };
}

/** The largest excess over e^epsilon * p + delta that chance does not explain, over events that are fixed before. */
function excess(withTarget: readonly number[], without: readonly number[]): number {
  const epsilon = epsilonOfRho(claimed.rho, delta);
  return Math.max(
    ...[4, 5, 6, 7, 8, 9, 10].flatMap((least) => {
      const share = (seen: readonly number[]) => clopperPearson(seen.filter((sum) => sum >= least).length);
      const opposite = (seen: readonly number[]) => clopperPearson(seen.filter((sum) => sum < least).length);
      return [
        share(withTarget).low - (Math.exp(epsilon) * share(without).high + delta),
        opposite(without).low - (Math.exp(epsilon) * opposite(withTarget).high + delta),
      ];
    }),
  );
}

test("with and without one account no event is likelier than the budget allows", async () => {
  expect(
    excess(await observe(claimed, true, "honest"), await observe(claimed, false, "honest")),
  ).toBeLessThanOrEqual(0);
}, 30_000);

test("a mechanism with half the noise is caught", async () => {
  const broken = { ...claimed, rhoOf: { ...claimed.rhoOf, sizes: 4 * claimed.rhoOf.sizes } };
  expect(
    excess(await observe(broken, true, "broken"), await observe(broken, false, "broken")),
  ).toBeGreaterThan(0);
}, 30_000);
