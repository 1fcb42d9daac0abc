import type { TokenUsage } from "@observatory/core";
import { byText } from "./answers/words.ts";
import type { FaultKind } from "./faults.ts";
import type { ProviderReply } from "./protocol.ts";
import type { ProviderCall } from "./provider-call.ts";

/** What a test provider has seen and given. */
export interface ProviderStats {
  /** Attempts to get an answer from a model over HTTP, those that failed included. Batches are not counted here. */
  readonly calls: number;
  /** Answers given with success, out of batches too. */
  readonly answered: number;
  /** Those of them that were part of a batch. */
  readonly answeredInBatches: number;
  /** Batches that were taken. */
  readonly batches: number;
  /** The most calls that were in flight at once. */
  readonly maxInFlight: number;
  /** Answers given with success, by the title of the task; `untitled` where there is none. */
  readonly byTask: Readonly<Record<string, number>>;
  /** Faults that were put in, by kind. */
  readonly faults: Readonly<Record<string, number>>;
  /** Different bodies that were answered with success. */
  readonly distinctBodies: number;
  /** Those of them that were answered more than once: work that was paid twice. */
  readonly repeatedBodies: number;
  /** Tokens of all answers given with success. */
  readonly usage: TokenUsage;
  /** Texts that were embedded. */
  readonly embedded: number;
}

export interface Tally {
  /** Counts an attempt in; call the result when it is over. */
  begin(): () => void;
  answered(call: ProviderCall, reply: ProviderReply, inBatch: boolean): void;
  fault(kind: FaultKind): void;
  batch(): void;
  embedded(texts: number): void;
  stats(): ProviderStats;
  /** Hash of a body to how often it was answered with success. */
  bodies(): ReadonlyMap<string, number>;
}

/** Creates counters at zero. */
export function createTally(): Tally {
  const bodies = new Map<string, number>();
  const byTask = new Map<string, number>();
  const faults = new Map<string, number>();
  const usage = { inputTokens: 0, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 0 };
  const counts = { calls: 0, answered: 0, answeredInBatches: 0, batches: 0, maxInFlight: 0, embedded: 0 };
  let inFlight = 0;

  return {
    begin: () => {
      counts.calls++;
      inFlight++;
      counts.maxInFlight = Math.max(counts.maxInFlight, inFlight);
      let isOver = false;
      return () => {
        if (!isOver) inFlight--;
        isOver = true;
      };
    },
    answered: (call, reply, inBatch) => {
      counts.answered++;
      if (inBatch) counts.answeredInBatches++;
      raise(bodies, call.bodyHash);
      raise(byTask, call.title ?? "untitled");
      usage.inputTokens += reply.usage.inputTokens;
      usage.cachedInputTokens += reply.usage.cachedInputTokens;
      usage.cacheWriteTokens += reply.usage.cacheWriteTokens;
      usage.outputTokens += reply.usage.outputTokens;
    },
    fault: (kind) => raise(faults, kind),
    batch: () => {
      counts.batches++;
    },
    embedded: (texts) => {
      counts.embedded += texts;
    },
    stats: () => ({
      ...counts,
      byTask: toSortedRecord(byTask),
      faults: toSortedRecord(faults),
      distinctBodies: bodies.size,
      repeatedBodies: [...bodies.values()].filter((times) => times > 1).length,
      usage: { ...usage },
    }),
    bodies: () => bodies,
  };
}

function toSortedRecord(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].toSorted((a, b) => byText(a[0], b[0])));
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
