import {
  callKeyOf,
  contentHash,
  ModelError,
  untilAborted,
  type LanguageModel,
  type ModelReply,
  type ModelRequest,
} from "@observatory/core";
import { sleepByTimer, type Sleep } from "../calling/sleep.ts";
import type { BatchClient } from "./batch-client.ts";
import { readLoggedBatches, type BatchEntry, type BatchLog } from "./batch-log.ts";
import { createBatchRunner, type Batch, type BatchCall, type BatchProgress } from "./batch-runner.ts";
import { createCollector } from "./collector.ts";
import { requireNoImages } from "../wire/require-no-images.ts";

export interface BatchedModelOptions {
  /** Where batches are written down; opened with the first call. */
  readonly log: () => Promise<BatchLog>;
  /** A batch is submitted when no call came for so long, or when it is full; a second unless told. */
  readonly collectMs?: number;
  /** First wait between two questions after a batch; waits grow to ten times this. 30 seconds unless told. */
  readonly pollMs?: number;
  /** How often a call is submitted at most; 3 unless told. */
  readonly maxAttempts?: number;
  readonly onProgress?: (progress: BatchProgress) => void;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  readonly sleep?: Sleep;
}

/**
 * A model whose calls go to the batch endpoint of its provider: slower, at half the price.
 *
 * The first call is made directly, to learn what the model takes. All others are collected and submitted together; the custom id of each is its content key. What is about to be submitted
 * is written down before, the id of the batch after. A process that comes later and makes the same calls waits for
 * the batches of the one before instead of paying again; where the id was never written down, the batch is looked for
 * at the provider. Calls that expired or failed for a while are submitted again, as are those of a lost batch.
 *
 * A call that is aborted leaves its batch alone: its result can be had later. Throws ModelError, what the log throws,
 * and the reason of an abort.
 *
 * @param adapter answers the first call
 */
export function batchedModel(
  adapter: LanguageModel,
  client: BatchClient,
  options: BatchedModelOptions,
): LanguageModel {
  const { collectMs = 1000, clock = Date.now, sleep = sleepByTimer } = options;
  const closing = new AbortController();
  const calls = new Map<string, BatchCall>();
  const batches = new Map<string, Batch>();
  let opened: Promise<BatchLog> | null = null;
  let submitted = 0;

  const open = async (): Promise<BatchLog> => {
    const log = await options.log();
    for (const logged of readLoggedBatches(log.entries, adapter.id)) {
      const batch: Batch = { ...logged, isInherited: true, waiting: new Set(), stop: null, done: 0 };
      for (const key of batch.keys) batches.set(key, batch);
    }
    return log;
  };
  const ready = (): Promise<BatchLog> =>
    (opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    }));

  const runner = createBatchRunner({
    client,
    model: adapter.id,
    append: async (entry: BatchEntry) => (await ready()).append(entry),
    claimed: () => new Set([...batches.values()].flatMap(({ batchId }) => batchId ?? [])),
    again: (batch, again) => {
      for (const call of again) {
        if (batches.get(call.key) === batch) batches.delete(call.key);
        collector.add(call);
      }
    },
    pollMs: options.pollMs ?? 30_000,
    maxAttempts: options.maxAttempts ?? 3,
    onProgress: options.onProgress,
    sleep,
    signal: closing.signal,
  });
  const collector = createCollector<BatchCall>({
    limits: client.limits,
    sizeOf: (call) => client.sizeOf({ customId: call.key, request: call.request }),
    collectMs,
    sleep,
    signal: closing.signal,
    take: (full) => void send(full),
  });
  let tried: Promise<void> | null = null;
  /**
   * Makes the first call directly, so that a wrong key, a wrong name and a form that the model does not take come
   * out before thousands of calls wait for a batch; gives the other calls.
   */
  const tryFirst = async (wanted: readonly BatchCall[]): Promise<readonly BatchCall[]> => {
    const [first, ...others] = wanted;
    const isFirst = tried === null && first !== undefined;
    if (isFirst) tried = callDirectly(adapter, first, closing.signal);
    try {
      await tried;
      return isFirst ? others : wanted;
    } catch (error) {
      tried = null;
      for (const call of wanted) call.reject(error);
      return [];
    }
  };
  const send = async (full: readonly BatchCall[]): Promise<void> => {
    const isWanted = (call: BatchCall): boolean => call.waiters > 0;
    const wanted = (await tryFirst(full.filter(isWanted))).filter(isWanted);
    if (wanted.length === 0) return;
    const keys = new Set(wanted.map(({ key }) => key));
    const at = clock();
    const intent = contentHash({ keys: [...keys], at, number: submitted++ }).slice(0, 32);
    const batch: Batch = {
      intent,
      at,
      keys,
      batchId: null,
      isInherited: false,
      waiting: new Set(),
      stop: null,
      done: 0,
    };
    for (const key of keys) batches.set(key, batch);
    runner.follow(batch, wanted);
  };

  const join = (key: string, request: ModelRequest): BatchCall => {
    const known = calls.get(key);
    const call = known ?? createCall(key, request);
    call.waiters++;
    if (known) return call;
    calls.set(key, call);
    const batch = batches.get(key);
    if (batch) runner.follow(batch, [call]);
    else collector.add(call);
    return call;
  };

  return {
    id: adapter.id,
    concurrency: 10_000,
    countTokens: (text) => adapter.countTokens(text),
    generate: async (request, { signal } = {}) => {
      signal?.throwIfAborted();
      requireNoImages(request, "batches are sent without images");
      await untilAborted(ready(), signal);
      const key = callKeyOf(adapter.id, request);
      const call = join(key, request);
      try {
        return await untilAborted(call.reply, signal);
      } finally {
        if (--call.waiters === 0) {
          if (calls.get(key) === call) calls.delete(key);
          runner.leave(call);
        }
      }
    },
    close: async () => {
      const reason = new ModelError("the model was closed");
      closing.abort(reason);
      for (const call of calls.values()) call.reject(reason);
      await runner.settle();
      await adapter.close();
    },
  };
}

/** Throws where no other call can be expected to fare better. */
async function callDirectly(adapter: LanguageModel, call: BatchCall, signal: AbortSignal): Promise<void> {
  try {
    call.resolve(await adapter.generate(call.request, { signal }));
  } catch (error) {
    call.reject(error);
    const isOfThisCall =
      error instanceof ModelError && (error.kind === "too-long" || error.kind === "filtered");
    if (!isOfThisCall) throw error;
  }
}

function createCall(key: string, request: ModelRequest): BatchCall {
  let resolve: BatchCall["resolve"] = () => {};
  let reject: BatchCall["reject"] = () => {};
  const reply = new Promise<ModelReply>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Its callers may all have gone when it fails.
  reply.catch(() => {});
  return { key, request, reply, resolve, reject, waiters: 0, attempts: 0, batch: null };
}
