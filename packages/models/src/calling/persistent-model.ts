import type { LanguageModel } from "@observatory/core";
import { createCaller, type PersistenceOptions } from "./create-caller.ts";

/**
 * Wraps a model so that each of its calls is tried again while that makes sense: see {@link createCaller} for what is
 * retried, when, and how many calls are in flight. Failures of authentication, of the request, for its length or by a
 * filter are passed on at once.
 *
 * @example
 * const model = persistentModel(adapter, { maxConcurrency: 8, onRetry: ({ message }) => log(message) });
 */
export function persistentModel(inner: LanguageModel, options: PersistenceOptions): LanguageModel {
  const caller = createCaller(options);
  return {
    id: inner.id,
    concurrency: Math.max(1, Math.floor(options.maxConcurrency)),
    countTokens: (text) => inner.countTokens(text),
    generate: (request, callOptions = {}) =>
      caller.call((signal) => inner.generate(request, { ...callOptions, signal }), {
        signal: callOptions.signal,
      }),
    close: () => inner.close(),
  };
}
