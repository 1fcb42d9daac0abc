import { createBatchStore, type BatchStore } from "./batches/batch-store.ts";
import { createFileStore, type FileStore } from "./batches/file-store.ts";
import { drawTransportFault, longestRun, type FaultRule, type TransportFault } from "./faults.ts";
import type { ProviderCall } from "./provider-call.ts";
import { createRateLimiter, type RateLimiter } from "./rate-limiter.ts";
import { toRules, type Settings } from "./settings.ts";
import { createTally, type Tally } from "./tally.ts";
import { createTestModel, type TestModel } from "./test-model.ts";

/** What the handlers of one test provider share. */
export interface ProviderState {
  readonly settings: Settings;
  readonly tally: Tally;
  readonly model: TestModel;
  readonly limiter: RateLimiter;
  readonly batches: BatchStore;
  readonly files: FileStore;
  setFaults(rules: readonly FaultRule[]): void;
  /** The fault that the next attempt of a body meets, or null. */
  nextFault(call: ProviderCall): TransportFault | null;
  /** A number for an id, counted up from 1. */
  nextNumber(): number;
}

/** Creates the state of a provider that nobody has called yet. */
export function createProviderState(settings: Settings): ProviderState {
  const tally = createTally();
  let rules = toRules(settings.faults);
  const attempts = new Map<string, { count: number; run: number }>();
  let number = 0;
  const model = createTestModel({
    seed: settings.seed,
    faults: () => rules,
    answer: settings.answer,
    firstTokens: settings.firstTokens,
    countTokens: settings.countTokens,
    minCacheTokens: settings.minCacheTokens ?? null,
    onFault: (fault) => tally.fault(fault),
  });
  return {
    settings,
    tally,
    model,
    limiter: createRateLimiter(settings.rateLimit, settings.clock),
    batches: createBatchStore({ settings, tally, model }),
    files: createFileStore(),
    setFaults: (next) => {
      rules = next;
    },
    nextFault: (call) => {
      const seen = attempts.get(call.bodyHash) ?? { count: 0, run: 0 };
      const open =
        seen.run < longestRun ? rules : rules.filter(({ when }) => (when ?? "random") !== "random");
      const fault = drawTransportFault(open, {
        seed: settings.seed,
        key: call.bodyHash,
        attempt: seen.count + 1,
        title: call.title,
      });
      attempts.set(call.bodyHash, { count: seen.count + 1, run: fault === null ? 0 : seen.run + 1 });
      return fault;
    },
    nextNumber: () => ++number,
  };
}
