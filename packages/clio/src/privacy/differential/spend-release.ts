import { PrivacyError } from "@observatory/core";
import type { LimitEntry } from "../ledger/ledger-entry.ts";
import { openLedger, type LedgerOptions } from "../ledger/open-ledger.ts";
import type { BudgetPlan } from "./budget-plan.ts";
import { epsilonOfRho, rhoOfBudget } from "./zcdp.ts";

export interface SpendOptions extends LedgerOptions {
  /** The most that all releases of the project may come to; set with the first and never moved. */
  readonly epsilonLimit?: number | undefined;
  /** What it pays for. */
  readonly purpose: string;
}

/** What the releases of a project have cost together. */
export interface Spent {
  readonly releases: number;
  /** At the delta of the limit, or of this release where there is none. */
  readonly epsilon: number;
  readonly delta: number;
  /** Null where there is no limit. */
  readonly limit: number | null;
}

/**
 * Writes to the ledger of a project that a release is paid for, before any of its noise is drawn; it is on disk when this
 * returns, and stays spent whatever comes after. Releases compose by rho, so that two of epsilon 1 come to less than 2.
 *
 * Throws PrivacyError where the limit would be passed, where another limit is set, or where the ledger is damaged;
 * StateError where another process has it open, so that two at once cannot spend the same.
 */
export async function spendRelease(
  project: string,
  { epsilon, delta, rho }: BudgetPlan,
  { epsilonLimit, purpose, ...options }: SpendOptions,
): Promise<Spent> {
  await using ledger = await openLedger(project, options);
  const limit =
    epsilonLimit === undefined
      ? ledger.limit
      : await ledger.setLimit({ epsilon: epsilonLimit, delta: ledger.limit?.delta ?? delta });
  const most = limit === null ? Number.POSITIVE_INFINITY : rhoOfBudget(limit.epsilon, limit.delta);
  if (limit !== null) assertLeft({ spent: ledger.spent.rho, most, limit }, { delta, rho });
  await ledger.spendBudget({ epsilon, delta, rho, purpose, limit: { rho: most } });
  const at = limit?.delta ?? delta;
  return {
    releases: ledger.entries.filter(({ kind }) => kind === "budget").length,
    epsilon: epsilonOfRho(ledger.spent.rho, at),
    delta: at,
    limit: limit?.epsilon ?? null,
  };
}

/** The ledger refuses by rho; people think in epsilon. */
function assertLeft(
  { spent, most, limit }: { readonly spent: number; readonly most: number; readonly limit: LimitEntry },
  { delta, rho }: Pick<BudgetPlan, "delta" | "rho">,
): void {
  if (spent + rho <= most) return;
  const total = (of: number): string => epsilonOfRho(of, limit.delta).toPrecision(3);
  const left = Math.floor(epsilonOfRho(most - spent, delta) * 100) / 100;
  throw new PrivacyError(
    `epsilon ${total(spent)} of ${limit.epsilon} is spent for these people, and this release would make it ${total(spent + rho)}`,
    {
      hint: `${left > 0 ? `At most --epsilon ${left} is left` : "Nothing is left"}; what is released already may be shown and explored as often as you like.`,
    },
  );
}
