import { UsageError } from "@observatory/core";
import type { PrivacyUnit } from "../../names.ts";
import { planBudget, type BudgetPlan } from "./budget-plan.ts";

/** What is asked of a release under differential privacy. */
export interface PrivacyRequest {
  readonly epsilon: number;
  readonly delta?: number | undefined;
  /** `account` unless told. */
  readonly unit?: PrivacyUnit | undefined;
  /** The most that all releases of the project may come to; none where it is not given. */
  readonly epsilonLimit?: number | undefined;
  /** Words that are public, beside the shipped ones. */
  readonly terms?: readonly string[] | undefined;
}

export interface PrivacySettings {
  readonly plan: BudgetPlan;
  readonly unit: PrivacyUnit;
  readonly epsilonLimit: number | undefined;
  readonly terms: readonly string[];
}

/** Throws UsageError for numbers that promise nothing. */
export function createPrivacySettings(request: PrivacyRequest): PrivacySettings {
  const { unit = "account", epsilonLimit, terms = [] } = request;
  const plan = planBudget(request);
  if (epsilonLimit !== undefined && !(Number.isFinite(epsilonLimit) && epsilonLimit > 0)) {
    throw new UsageError(`the limit of epsilon is ${epsilonLimit}, and must be a number above 0`, {
      hint: "It bounds what all releases about these people may come to.",
    });
  }
  return { plan, unit, epsilonLimit, terms: [...new Set(terms)].toSorted() };
}

/** For `run.json`. */
export function describePrivacySettings({ plan, unit, epsilonLimit, terms }: PrivacySettings) {
  const { epsilon, delta, rho, bounds } = plan;
  return {
    epsilon,
    delta,
    rho,
    unit,
    bounds: { ...bounds },
    epsilonLimit: epsilonLimit ?? null,
    terms: terms.length,
  };
}
