import type { ModelPrice, TokenPrice } from "@observatory/core";

/** Day on which the prices below were looked up. */
export const pricesDate = "2026-11-24";

/**
 * Pages that the prices are from. They were read in stored copies and in the notes of other projects that follow them,
 * not live: look at the pages before a large run.
 */
export const priceSources = [
  "Pricing, Claude Platform Docs (platform.claude.com/docs/en/about-claude/pricing)",
  "Pricing, OpenAI API (developers.openai.com/api/docs/pricing)",
] as const;

/** Batch endpoints of both providers cost this part of the price. */
export const batchPriceFactor = 0.5;

/** Anthropic: a write to the five-minute cache costs 1.25 of the input, a read a tenth unless told. */
const claude = (input: number, output: number, cachedInput = input / 10): TokenPrice => ({
  input,
  cachedInput,
  cacheWrite: input * 1.25,
  output,
});

/** OpenAI up to GPT-5.5: writing to the cache is free of extra charge. */
const gpt = (input: number, output: number, cachedInput: number): TokenPrice => ({
  input,
  cachedInput,
  cacheWrite: input,
  output,
});

/** OpenAI from GPT-5.6 on: a write to the cache costs 1.25 of the input; long prompts cost more. */
const newerGpt = (input: number, output: number, cachedInput = input / 10): ModelPrice => ({
  ...claude(input, output, cachedInput),
  longPrompt: { aboveTokens: 272_000, ...claude(2 * input, 1.5 * output, 2 * cachedInput) },
});

/** An embedder has input only. */
const embedder = (input: number): TokenPrice => ({ input, cachedInput: input, cacheWrite: input, output: 0 });

/**
 * US dollars per million tokens, standard tier, by the start of the model's id. Prices change: `--prices FILE` takes
 * precedence over this table, and a model that is not in it has no price.
 */
export const priceTable = {
  "anthropic/claude-fable-5-2": claude(8, 40),
  "anthropic/claude-fable-5-1": claude(10, 50, 0.25),
  "anthropic/claude-fable-5": claude(10, 50),
  "anthropic/claude-opus-5-5": claude(4, 20, 0.2),
  "anthropic/claude-opus-5": claude(5, 25),
  "anthropic/claude-opus-4-8": claude(5, 25),
  "anthropic/claude-opus-4-7": claude(5, 25),
  "anthropic/claude-opus-4-6": claude(5, 25),
  "anthropic/claude-opus-4-5": claude(5, 25),
  "anthropic/claude-opus-4-1": claude(15, 75),
  "anthropic/claude-opus-4": claude(15, 75),
  "anthropic/claude-sonnet-5-5": claude(2, 10, 0.1),
  "anthropic/claude-sonnet-5": claude(2, 10),
  "anthropic/claude-sonnet-4-6": claude(3, 15),
  "anthropic/claude-sonnet-4-5": claude(3, 15),
  "anthropic/claude-sonnet-4": claude(3, 15),
  "anthropic/claude-haiku-5-5": {
    ...claude(0.1, 0.5),
    longPrompt: { aboveTokens: 100_000, ...claude(0.5, 2.5) },
  },
  "anthropic/claude-haiku-4-5": claude(1, 5),
  "anthropic/claude-3-5-haiku": claude(0.8, 4),

  "openai/gpt-6.1-terra": newerGpt(1, 5, 0.05),
  "openai/gpt-6.1-sol": newerGpt(2, 10),
  "openai/gpt-6-astra": newerGpt(10, 50),
  "openai/gpt-6-sol": newerGpt(2, 10),
  "openai/gpt-6-luna": newerGpt(0.1, 0.5),
  // The list price: a promotion at 4 and 20 was promised only until 2026-11-21.
  "openai/gpt-5.6": newerGpt(5, 30),
  "openai/gpt-5.6-sol": newerGpt(5, 30),
  "openai/gpt-5.6-terra": newerGpt(2, 12),
  "openai/gpt-5.6-luna": newerGpt(0.2, 1.2),
  "openai/gpt-5.5": gpt(5, 30, 0.5),
  "openai/gpt-5.4": gpt(2.5, 15, 0.25),
  "openai/gpt-5.4-mini": gpt(0.75, 4.5, 0.075),
  "openai/gpt-5.4-nano": gpt(0.2, 1.25, 0.02),
  "openai/gpt-5.2": gpt(1.75, 14, 0.175),
  "openai/gpt-5.1": gpt(1.25, 10, 0.125),
  "openai/gpt-5": gpt(1.25, 10, 0.125),
  "openai/gpt-5-mini": gpt(0.25, 2, 0.025),
  "openai/gpt-5-nano": gpt(0.05, 0.4, 0.005),
  "openai/gpt-4.1": gpt(2, 8, 0.5),
  "openai/gpt-4.1-mini": gpt(0.4, 1.6, 0.1),
  "openai/gpt-4.1-nano": gpt(0.1, 0.4, 0.025),
  "openai/gpt-4o": gpt(2.5, 10, 1.25),
  "openai/gpt-4o-mini": gpt(0.15, 0.6, 0.075),
  "openai/o3": gpt(2, 8, 0.5),
  "openai/o4-mini": gpt(1.1, 4.4, 0.275),

  "openai/text-embedding-3-small": embedder(0.02),
  "openai/text-embedding-3-large": embedder(0.13),
} as const satisfies Readonly<Record<string, ModelPrice>>;
