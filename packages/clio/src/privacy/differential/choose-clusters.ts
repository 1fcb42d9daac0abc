import { deviationOf, varianceFor, type BudgetPlan } from "./budget-plan.ts";

/** Standard deviations above which a count of a word is taken for more than noise: of 6,000 without anybody one is. */
export const wordSignificance = 3.6;
/** Share of a cluster that its first word is expected to have. */
const expectedShare = 0.25;
const smallestAverage = 100;
const fewest = 4;
const mostClusters = 200;

/**
 * How many clusters noise lets be named: as many as have, on average, a word that stands out of the noise where two in
 * five say it, and one per hundred conversations at most.
 *
 * @param conversations noisy number of those that are looked at
 */
export function chooseClusters(conversations: number, { rhoOf, bounds }: BudgetPlan): number {
  const noise = deviationOf(varianceFor(rhoOf.words, bounds.conversations * bounds.words));
  const nameable = (expectedShare * conversations) / (wordSignificance * noise);
  return Math.round(
    Math.min(mostClusters, Math.max(fewest, Math.min(nameable, conversations / smallestAverage))),
  );
}
