import { ModelError, type ModelErrorKind } from "@observatory/core";
import type { Sleep } from "../calling/sleep.ts";

export interface PersistOptions {
  /** First wait; each next one is twice as long. What the provider asks for comes first. */
  readonly waitMs: number;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
}

/**
 * Tries again while the failures are passing ones, some six times; `attempt` is told how many have failed so far.
 * Throws the last failure, and the reason of an abort.
 */
export async function persist<T>(
  { waitMs, sleep, signal }: PersistOptions,
  attempt: (failures: number) => Promise<T>,
): Promise<T> {
  for (let failures = 0; ; failures++) {
    signal.throwIfAborted();
    try {
      return await attempt(failures);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ModelError) || !isPassing(error) || failures + 1 >= mostFailures) throw error;
      await sleep(error.retryAfterMs ?? waitMs * 2 ** failures, signal);
    }
  }
}

/** Whether a failure is of the kind that another try may not have. */
export function isPassing({ kind }: ModelError): boolean {
  return passing.has(kind);
}

const passing: ReadonlySet<ModelErrorKind> = new Set([
  "rate-limit",
  "overloaded",
  "server",
  "time-out",
  "connection",
]);
const mostFailures = 6;
