import { BudgetError, untilAborted } from "@observatory/core";

export interface BudgetOptions {
  readonly budgetUsd: number;
  /** What has been spent before; asked once, before the first call. */
  readonly spentUsd: () => Promise<number>;
}

/** Money for calls, which several models may share. */
export interface Budget {
  /**
   * Waits until a call may start that costs `worstUsd` at most; then `settle` must be called once, with what it cost.
   * Throws BudgetError where the budget is not enough for it, but only when no call is in flight any more: an error
   * may make the caller abort them, and they are paid for. From then on every call is refused.
   */
  reserve(worstUsd: number, signal?: AbortSignal): Promise<{ readonly settle: (costUsd: number) => void }>;
}

/** Creates a budget. As long as no call costs more than its worst case, all of them together cost `budgetUsd` at most. */
export function createBudget(options: BudgetOptions): Budget {
  const { budgetUsd, spentUsd } = options;
  let before: Promise<number> | null = null;
  let spent = 0;
  let reserved = 0;
  let inFlight = 0;
  let refusedUsd: number | null = null;
  const queue = new Set<Waiting>();

  /** Starts what may start, in order of arrival. */
  const advance = (): void => {
    for (const waiting of queue) {
      if (spent + waiting.worstUsd > budgetUsd) refusedUsd ??= waiting.worstUsd;
      if (refusedUsd !== null) break;
      if (inFlight > 0 && spent + reserved + waiting.worstUsd > budgetUsd) return;
      queue.delete(waiting);
      reserved += waiting.worstUsd;
      inFlight++;
      waiting.start();
    }
    if (refusedUsd === null || inFlight > 0) return;
    for (const waiting of queue) waiting.refuse(toBudgetError(spent, refusedUsd, budgetUsd));
    queue.clear();
  };
  const settle = (worstUsd: number, costUsd: number): void => {
    inFlight--;
    // Sums of fractions leave a rest that would block an equal call later.
    reserved = inFlight === 0 ? 0 : reserved - worstUsd;
    spent += costUsd;
    advance();
  };
  return {
    reserve: async (worstUsd, signal) => {
      if (!before) {
        before = spentUsd();
        before.then((usd) => (spent += usd)).catch(() => (before = null));
      }
      await untilAborted(before, signal);
      const waiting: Waiting = { worstUsd, isStarted: false, start: () => {}, refuse: () => {} };
      const started = new Promise<void>((resolve, reject) => {
        waiting.start = () => {
          waiting.isStarted = true;
          resolve();
        };
        waiting.refuse = reject;
      });
      queue.add(waiting);
      advance();
      try {
        await untilAborted(started, signal);
      } catch (error) {
        if (waiting.isStarted) settle(worstUsd, 0);
        else if (queue.delete(waiting)) advance();
        throw error;
      }
      return { settle: (costUsd) => settle(worstUsd, costUsd) };
    },
  };
}

interface Waiting {
  readonly worstUsd: number;
  isStarted: boolean;
  start: () => void;
  refuse: (error: BudgetError) => void;
}

function toBudgetError(spentUsd: number, nextUsd: number, budgetUsd: number): BudgetError {
  return new BudgetError(
    `${toDollars(spentUsd)} are spent, and the next call may cost ${toDollars(nextUsd)}: together more than the budget of ${toDollars(budgetUsd)}`,
    { hint: "Raise --budget and run the same command again: it goes on from here." },
  );
}

function toDollars(usd: number): string {
  return `$${usd.toFixed(usd < 1 ? 4 : 2)}`;
}
