import type { LanguageModel } from "@observatory/core";

/** A model that is another one but for its calls; what the other says of itself may change over time. */
export function wrapModel(inner: LanguageModel, generate: LanguageModel["generate"]): LanguageModel {
  return {
    id: inner.id,
    get concurrency() {
      return inner.concurrency;
    },
    countTokens: (text) => inner.countTokens(text),
    generate,
    close: () => inner.close(),
  };
}
