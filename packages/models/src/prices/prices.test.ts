import { priceUsage } from "@observatory/core";
import { describe, expect, test } from "vitest";
import { findPrice } from "./find-price.ts";
import { isLoopbackUrl } from "./is-loopback-url.ts";
import { parsePrices } from "./parse-prices.ts";
import { priceTable } from "./price-table.ts";

describe("the table of prices", () => {
  test("has an input price above zero and a cheaper or equal cached one for every model", () => {
    for (const price of Object.values(priceTable)) {
      expect(price.input).toBeGreaterThan(0);
      expect(price.cachedInput).toBeLessThanOrEqual(price.input);
      expect(price.cacheWrite).toBeGreaterThanOrEqual(price.input);
    }
  });
});

describe("the price of a model", () => {
  test("is found with and without the date of its version", () => {
    const price = { input: 1, cachedInput: 0.1, cacheWrite: 1.25, output: 5 };
    expect(findPrice("anthropic/claude-haiku-4-5")).toEqual(price);
    expect(findPrice("anthropic/claude-haiku-4-5-20251001")).toEqual(price);
    expect(findPrice("openai/gpt-5-mini-2025-08-07")).toMatchObject({ input: 0.25, output: 2 });
    expect(findPrice("openai/gpt-5-2025-08-07")).toMatchObject({ input: 1.25, output: 10 });
    expect(findPrice("anthropic/claude-opus-4-20250514")).toMatchObject({ input: 15 });
  });

  test.each([
    "openai/gpt-5-minimal",
    "openai/gpt-5.5-pro",
    "openai/qwen3:8b",
    "anthropic/claude-opus-4-9",
    "openai/gpt-6",
  ])("of %s is not known, whatever the names that it resembles", (id) => {
    expect(findPrice(id)).toBeNull();
  });

  test("is nothing on this machine and for llama, unless the user's file names the model", () => {
    expect(findPrice("llama/tiny.gguf")).toMatchObject({ input: 0, output: 0 });
    expect(findPrice("openai/qwen3:8b", { local: true })).toMatchObject({ input: 0 });
    const prices = { "qwen3:8b": { input: 2, cachedInput: 2, cacheWrite: 2, output: 2 } };
    expect(findPrice("openai/qwen3:8b", { local: true, prices })).toMatchObject({ input: 2 });
    expect(findPrice("openai/gpt-5", { prices: { "gpt-5": prices["qwen3:8b"] } })).toMatchObject({
      input: 2,
    });
  });

  test("of a long prompt is another one for all of its tokens", () => {
    const price = findPrice("anthropic/claude-haiku-5-5");
    const usage = { inputTokens: 100_000, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 1000 };
    expect(price === null ? null : priceUsage(usage, price)).toBeCloseTo(0.01 + 0.0005, 10);
    const longer = { ...usage, inputTokens: 100_001 };
    expect(price === null ? null : priceUsage(longer, price)).toBeCloseTo(0.050_000_5 + 0.0025, 10);
  });
});

describe("a user's file of prices", () => {
  test("may leave out what costs as much as the input", () => {
    expect(parsePrices('{"mine": {"input": 2, "output": 4}}')).toEqual({
      mine: { input: 2, cachedInput: 2, cacheWrite: 2, output: 4 },
    });
    const long =
      '{"m": {"input": 1, "output": 2, "longPrompt": {"aboveTokens": 9, "input": 3, "output": 4}}}';
    expect(parsePrices(long)["m"]?.longPrompt).toEqual({
      aboveTokens: 9,
      input: 3,
      cachedInput: 3,
      cacheWrite: 3,
      output: 4,
    });
  });

  test.each([
    ["{", /not JSON/],
    ["[]", /at the top/],
    ['{"m": {"input": 1}}', /at m\.output/],
    ['{"m": {"input": -1, "output": 1}}', /at m\.input/],
    ['{"m": {"input": 1, "output": 1, "ouput": 1}}', /at m: .*ouput/],
  ])("that is wrong is refused with the place: %s", (text, message) => {
    expect(() => parsePrices(text)).toThrow(message);
  });
});

test("a URL is of this machine by its host alone", () => {
  for (const url of [
    "http://localhost:11434/v1",
    "http://127.0.0.1:8080",
    "http://[::1]:1",
    "http://127.9.9.9/",
  ]) {
    expect(isLoopbackUrl(url)).toBe(true);
  }
  for (const url of [
    "https://api.openai.com/v1",
    "http://127.0.0.1.example.org",
    "http://localhost.example.org",
    "x",
  ]) {
    expect(isLoopbackUrl(url)).toBe(false);
  }
});
