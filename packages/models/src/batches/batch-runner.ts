import { ModelError, type ModelReply, type ModelRequest } from "@observatory/core";
import type { Sleep } from "../calling/sleep.ts";
import type { BatchClient, BatchOutcome, BatchStatus } from "./batch-client.ts";
import type { BatchEntry, LoggedBatch } from "./batch-log.ts";
import { findOrphan } from "./find-orphan.ts";
import { isPassing, persist } from "./persist.ts";

/** A call that waits for the result of a batch. */
export interface BatchCall {
  readonly key: string;
  readonly request: ModelRequest;
  readonly reply: Promise<ModelReply>;
  readonly resolve: (reply: ModelReply) => void;
  readonly reject: (error: unknown) => void;
  /** How many callers want it. */
  waiters: number;
  /** How often it was submitted since it is wanted. */
  attempts: number;
  batch: Batch | null;
}

/** A batch on its way from intent to results. */
export interface Batch extends Omit<LoggedBatch, "batchId"> {
  batchId: string | null;
  /** True where the batch may have been submitted before: by an earlier process, or by a try that was cut short. */
  isInherited: boolean;
  readonly waiting: Set<BatchCall>;
  /** Ends what is done for it; null where nothing is. */
  stop: AbortController | null;
  /** Calls that the provider has done. */
  done: number;
}

/** How far the batches of this process are. */
export interface BatchProgress {
  /** Batches that are waited for. */
  readonly batches: number;
  /** Calls in them that the provider has done. */
  readonly done: number;
  readonly total: number;
  /** Batches so far that the provider did not know any more. */
  readonly lost: number;
  /** Calls so far that had to be submitted again: expired, failed for a while, or lost with their batch. */
  readonly resubmitted: number;
}

export interface BatchRunnerOptions {
  readonly client: BatchClient;
  /** {@link LanguageModel.id} */
  readonly model: string;
  readonly append: (entry: BatchEntry) => Promise<void>;
  /** Ids of all batches that are ours. */
  readonly claimed: () => ReadonlySet<string>;
  /** Takes calls of a batch that have to be submitted in another one. */
  readonly again: (batch: Batch, calls: readonly BatchCall[]) => void;
  readonly pollMs: number;
  readonly maxAttempts: number;
  readonly onProgress: ((progress: BatchProgress) => void) | undefined;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
}

export interface BatchRunner {
  /** Sees a batch through, from where it is, for calls of it. */
  follow(batch: Batch, calls: readonly BatchCall[]): void;
  /** A call that nobody wants any more; a batch that no call waits for is left to itself. */
  leave(call: BatchCall): void;
  /** Waits until nothing is done for any batch. */
  settle(): Promise<void>;
}

/** Submits batches, waits for them and hands their results out. */
export function createBatchRunner(options: BatchRunnerOptions): BatchRunner {
  const { client, append, maxAttempts, pollMs, sleep } = options;
  const running = new Map<Batch, Promise<void>>();
  const counts = { lost: 0, resubmitted: 0 };

  const tell = (): void => {
    const all = [...running.keys()];
    options.onProgress?.({
      ...counts,
      batches: all.length,
      done: all.reduce((sum, { done }) => sum + done, 0),
      total: all.reduce((sum, { keys }) => sum + keys.size, 0),
    });
  };
  /** Calls that may be submitted once more go back; the others fail. */
  const retry = (
    batch: Batch,
    calls: Iterable<BatchCall>,
    errorOf: (call: BatchCall) => ModelError,
  ): void => {
    const again: BatchCall[] = [];
    for (const call of calls) {
      takeOut(call);
      if (call.attempts < maxAttempts) again.push(call);
      else call.reject(errorOf(call));
    }
    counts.resubmitted += again.length;
    options.again(batch, again);
  };
  const forget = async (batch: Batch, error: ModelError): Promise<void> => {
    await append({ type: "gone", intent: batch.intent });
    retry(batch, [...batch.waiting], () => error);
  };
  const trying = (signal: AbortSignal) => ({ waitMs: pollMs, sleep, signal });
  const adopt = async (batch: Batch, batchId: string): Promise<void> => {
    batch.batchId = batchId;
    await append({ type: "submitted", intent: batch.intent, batchId });
  };

  const submit = async (batch: Batch, signal: AbortSignal): Promise<void> => {
    const items = [...batch.waiting].map(({ key, request }) => ({ customId: key, request }));
    for (const call of batch.waiting) call.attempts++;
    const { intent, at } = batch;
    await append({ type: "intent", intent, model: options.model, at, keys: [...batch.keys] });
    batch.isInherited = true;
    const batchId = await persist(trying(signal), async (failures) => {
      // A try whose answer did not come may have been taken all the same.
      const orphan =
        failures > 0 ? await findOrphan(batch, { client, claimed: options.claimed(), signal }) : null;
      return orphan?.batchId ?? (await client.submit(items, { intent, signal }));
    });
    await adopt(batch, batchId);
  };

  const waitForEnd = async (
    batch: Batch,
    batchId: string,
    signal: AbortSignal,
  ): Promise<Exclude<BatchStatus, { state: "running" }>> => {
    let waitMs = pollMs;
    let losses = 0;
    for (;;) {
      const status = await persist(trying(signal), () => client.status(batchId, { signal }));
      // What was just created may not be known everywhere yet.
      losses = status.state === "lost" ? losses + 1 : 0;
      if (status.state === "running") {
        batch.done = status.done;
        tell();
      } else if (status.state !== "lost" || losses > 1) return status;
      await sleep(waitMs, signal);
      waitMs = Math.min(10 * pollMs, 1.5 * waitMs);
    }
  };

  /** Hands out the results of a batch that has ended; tells whether one of them was for a call of the batch. */
  const collect = async (batch: Batch, batchId: string, settings: Collecting): Promise<boolean> => {
    const { signal, isOfBefore } = settings;
    const wanted = new Map([...batch.waiting].map((call) => [call.key, call]));
    const failures = new Map<BatchCall, ModelError>();
    let isOurs = false;
    const take = (call: BatchCall, outcome: BatchOutcome): void => {
      if (outcome.type === "reply") {
        takeOut(call);
        call.resolve({ ...outcome.reply, batched: true });
      } else if (outcome.type === "expired") failures.set(call, toExpiredError());
      else if (isPassing(outcome.error) || isOfBefore) failures.set(call, outcome.error);
      else {
        takeOut(call);
        call.reject(outcome.error);
      }
    };
    await persist(trying(signal), async () => {
      for await (const { customId, outcome } of client.results(batchId, { signal })) {
        isOurs ||= batch.keys.has(customId);
        const call = wanted.get(customId);
        if (call?.batch === batch) take(call, outcome);
      }
    });
    if (!isOurs && settings.isGuess) return false;
    for (const call of wanted.values()) {
      if (call.batch === batch && !failures.has(call)) failures.set(call, toExpiredError());
    }
    retry(batch, failures.keys(), (call) => failures.get(call) ?? toExpiredError());
    return true;
  };

  const seeThrough = async (batch: Batch, signal: AbortSignal): Promise<void> => {
    const isOfBefore = batch.isInherited;
    if (!isOfBefore) await submit(batch, signal);
    const foreign = new Set<string>();
    while (batch.waiting.size > 0) {
      const isKnown = batch.batchId !== null;
      const claimed = new Set([...options.claimed(), ...foreign]);
      const found = isKnown
        ? null
        : await persist(trying(signal), () => findOrphan(batch, { client, claimed, signal }));
      const batchId = batch.batchId ?? found?.batchId;
      if (batchId === undefined) return await forget(batch, toLostError());
      const isGuess = found !== null && !found.isCertain;
      if (!isKnown && !isGuess) await adopt(batch, batchId);
      const end = await waitForEnd(batch, batchId, signal);
      if (end.state === "lost") {
        counts.lost++;
        return await forget(batch, toLostError());
      }
      if (end.state === "failed") {
        if (!isPassing(end.error)) {
          await append({ type: "gone", intent: batch.intent });
          throw end.error;
        }
        await sleep(10 * pollMs, signal);
        return await forget(batch, end.error);
      }
      const isOurs = await collect(batch, batchId, { signal, isOfBefore, isGuess });
      if (!isOurs) foreign.add(batchId);
      else if (isGuess) await adopt(batch, batchId);
    }
  };

  const run = async (batch: Batch): Promise<void> => {
    const stop = new AbortController();
    batch.stop = stop;
    tell();
    try {
      await seeThrough(batch, AbortSignal.any([stop.signal, options.signal]));
    } catch (error) {
      // Calls that came after the stop are the next run's.
      if (stop.signal.aborted) return;
      for (const call of batch.waiting) {
        takeOut(call);
        call.reject(error);
      }
    }
  };
  const start = (batch: Batch, before: Promise<void>): void => {
    const ended = before
      .then(() => run(batch))
      .finally(() => {
        if (running.get(batch) === ended) running.delete(batch);
        tell();
      });
    running.set(batch, ended);
  };
  return {
    follow: (batch, calls) => {
      for (const call of calls) {
        call.batch = batch;
        batch.waiting.add(call);
      }
      const before = running.get(batch);
      if (!before || batch.stop?.signal.aborted) {
        batch.stop = null;
        start(batch, before ?? Promise.resolve());
      }
    },
    leave: (call) => {
      const { batch } = call;
      takeOut(call);
      if (batch?.waiting.size === 0) batch.stop?.abort(new ModelError("nobody waits for the batch"));
    },
    settle: async () => {
      await Promise.allSettled(running.values());
    },
  };
}

interface Collecting {
  readonly signal: AbortSignal;
  /** Whether the batch was submitted before its calls were wanted now: its failures count as none. */
  readonly isOfBefore: boolean;
  /** Whether it is only by its size and time that the batch was found. */
  readonly isGuess: boolean;
}

function takeOut(call: BatchCall): void {
  call.batch?.waiting.delete(call);
  call.batch = null;
}

function toExpiredError(): ModelError {
  return new ModelError("the batch ended before the call was begun", {
    kind: "time-out",
    hint: "Run the same command again: it submits what is missing.",
  });
}

function toLostError(): ModelError {
  return new ModelError("the provider does not know the batch any more", {
    kind: "server",
    hint: "Run the same command again: it submits what is missing.",
  });
}
