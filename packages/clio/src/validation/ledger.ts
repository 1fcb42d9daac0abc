import { ignoreEvents, type EventSink } from "@observatory/core";
import type { AnalystCallOptions, AnalystUsage } from "../analyst.ts";
import { createMisfitCounter } from "./count-misfits.ts";
import type { Misfits } from "./report.ts";

/** Keeps account of the work of one party, step by step. */
export interface Ledger {
  /** Does a step with call options that name its purpose, count its misfits and report its progress. */
  step<T>(name: string, total: number | null, work: (calls: AnalystCallOptions) => Promise<T>): Promise<T>;
  /** What all steps so far took; null where nobody counts. */
  usage(counter: { usageOf?(purpose: string): Promise<AnalystUsage> }): Promise<AnalystUsage | null>;
  misfits(): Misfits;
  /** Time that the steps so far took. */
  elapsedMs(): number;
}

export interface LedgerOptions {
  /** Whose work it is, for people. */
  readonly label: string;
  /** Part of every purpose: what the work depends on. */
  readonly key: string;
  readonly now: () => number;
  readonly onEvent?: EventSink | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Opens a ledger without steps. */
export function createLedger({ label, key, now, onEvent = ignoreEvents, signal }: LedgerOptions): Ledger {
  const misfits = createMisfitCounter();
  const purposes: string[] = [];
  let elapsedMs = 0;
  return {
    step: async (name, total, work) => {
      signal?.throwIfAborted();
      const purpose = `validate-${name}-${key}`;
      purposes.push(purpose);
      const stage = `${name}, ${label}`;
      const started = now();
      let finished = 0;
      onEvent({ type: "stage-start", stage, total });
      const onProgress = (done: number): void => {
        finished = done;
        onEvent({ type: "stage-progress", stage, done, total });
      };
      const result = await work({
        purpose,
        onProgress,
        onMisfit: misfits.onMisfit,
        ...(signal ? { signal } : {}),
      });
      const durationMs = now() - started;
      elapsedMs += durationMs;
      const counts = { items: Math.max(finished, total ?? 0) };
      onEvent({ type: "stage-end", stage, status: "done", counts, durationMs });
      return result;
    },
    usage: async (counter) => {
      const sum = { ...noUsage };
      for (const purpose of purposes) {
        const usage = await counter.usageOf?.(purpose);
        if (usage === undefined) return null;
        for (const field of fields) sum[field] += usage[field];
      }
      return sum;
    },
    misfits: () => misfits.counts(),
    elapsedMs: () => elapsedMs,
  };
}

const fields = [
  "calls",
  "inputTokens",
  "cachedInputTokens",
  "outputTokens",
  "costUsd",
  "reusedCalls",
] as const satisfies readonly (keyof AnalystUsage)[];

const noUsage = {
  calls: 0,
  inputTokens: 0,
  cachedInputTokens: 0,
  outputTokens: 0,
  costUsd: 0,
  reusedCalls: 0,
} satisfies AnalystUsage;
