import { expect, test } from "vitest";
import { priceUsage } from "./model-price.ts";

test("prices cached, written and plain tokens apart", () => {
  const price = { input: 3, cachedInput: 0.3, cacheWrite: 3.75, output: 15 };
  const usage = {
    inputTokens: 1_000_000,
    cachedInputTokens: 400_000,
    cacheWriteTokens: 200_000,
    outputTokens: 100_000,
  };
  expect(priceUsage(usage, price)).toBeCloseTo(0.4 * 3 + 0.4 * 0.3 + 0.2 * 3.75 + 0.1 * 15, 12);
});

test("prices all of a call with a long prompt by the other rate, from the first token above", () => {
  const flat = (rate: number) => ({ input: rate, cachedInput: rate, cacheWrite: rate, output: rate });
  const price = { ...flat(1), longPrompt: { ...flat(10), aboveTokens: 1000 } };
  const usage = { inputTokens: 1000, cachedInputTokens: 500, cacheWriteTokens: 0, outputTokens: 1000 };
  expect(priceUsage(usage, price)).toBeCloseTo(0.002, 12);
  expect(priceUsage({ ...usage, inputTokens: 1001 }, price)).toBeCloseTo(0.020_01, 12);
});
