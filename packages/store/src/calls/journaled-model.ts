import { callKeyOf, type LanguageModel } from "@observatory/core";
import type { CallCost } from "./call-cost.ts";
import type { CallJournal } from "./call-journal.ts";
import { wrapModel } from "./wrap-model.ts";

export interface JournaledModelOptions {
  /** The journal; asked for at each call, so that it may be opened at the first one. It stays open on `close`. */
  readonly journal: () => Promise<CallJournal>;
  /** US dollars that a call took. */
  readonly costOf: CallCost;
}

/**
 * A model that asks another one only what the journal does not hold, and gives no reply out that is not on disk.
 *
 * Every reply is kept, also one that was cut or refused: it was paid for. Errors are not. A reply comes without
 * `limits` and `batched`, so that a kept one equals a new one. Throws what the inner model throws, and StateError.
 */
export function journaledModel(inner: LanguageModel, options: JournaledModelOptions): LanguageModel {
  const { journal, costOf } = options;
  return wrapModel(inner, async (request, callOptions = {}) => {
    const { signal, purpose = "other" } = callOptions;
    signal?.throwIfAborted();
    const call = { key: callKeyOf(inner.id, request), model: inner.id, purpose, signal };
    const opened = await journal();
    return await opened.answer(call, async (signal) => {
      const reply = await inner.generate(request, { ...callOptions, signal });
      return { reply, costUsd: costOf(reply.usage, { batched: reply.batched ?? false }) };
    });
  });
}
