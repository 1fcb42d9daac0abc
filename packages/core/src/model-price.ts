import type { TokenUsage } from "./language-model.ts";

/** US dollars per million tokens. */
export interface TokenPrice {
  readonly input: number;
  readonly cachedInput: number;
  readonly cacheWrite: number;
  readonly output: number;
}

/** What a model costs. */
export interface ModelPrice extends TokenPrice {
  /** What all tokens of a call cost whose prompt has more than so many, where that is another price. */
  readonly longPrompt?: TokenPrice & { readonly aboveTokens: number };
}

/**
 * What one call cost, in US dollars; tokens read from and written to a cache are priced apart. Not for a sum over
 * calls: a long prompt may have a price of its own.
 */
export function priceUsage(usage: TokenUsage, price: ModelPrice): number {
  const { inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens } = usage;
  const { longPrompt } = price;
  const rate = longPrompt !== undefined && inputTokens > longPrompt.aboveTokens ? longPrompt : price;
  const plain = Math.max(0, inputTokens - cachedInputTokens - cacheWriteTokens);
  return (
    (plain * rate.input +
      cachedInputTokens * rate.cachedInput +
      cacheWriteTokens * rate.cacheWrite +
      outputTokens * rate.output) /
    1_000_000
  );
}
