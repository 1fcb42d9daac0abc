import type { TokenUsage } from "./language-model.ts";

/** US dollars per million tokens. */
export interface ModelPrice {
  readonly input: number;
  readonly cachedInput: number;
  readonly cacheWrite: number;
  readonly output: number;
}

/** What a call cost, in US dollars; tokens read from and written to a cache are priced apart. */
export function priceUsage(usage: TokenUsage, price: ModelPrice): number {
  const { inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens } = usage;
  const plain = Math.max(0, inputTokens - cachedInputTokens - cacheWriteTokens);
  return (
    (plain * price.input +
      cachedInputTokens * price.cachedInput +
      cacheWriteTokens * price.cacheWrite +
      outputTokens * price.output) /
    1_000_000
  );
}
