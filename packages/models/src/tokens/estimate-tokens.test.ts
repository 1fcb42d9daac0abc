import { parseJson } from "@observatory/core";
import { findRealFile, readRealLines } from "@observatory/core/testing";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { estimateTokens, tokenScaleOf } from "./estimate-tokens.ts";

describe("the estimate of tokens", () => {
  test("is nothing for nothing and nothing for single spaces", () => {
    expect(estimateTokens("")).toBe(0);
    expect(estimateTokens(" ")).toBe(0);
  });

  test("is about a token a word for English", () => {
    const text = "What should I wear tomorrow if it rains in the morning and is hot in the afternoon?";
    expect(estimateTokens(text)).toBeGreaterThan(13);
    expect(estimateTokens(text)).toBeLessThan(22);
  });

  test("counts letters of scripts without spaces and digits by threes", () => {
    expect(estimateTokens("我".repeat(100))).toBe(80);
    expect(estimateTokens("გამარჯობა".repeat(10))).toBe(42);
    expect(estimateTokens("123456789")).toBe(Math.round(3 * 1.681));
  });

  test("never falls when a word is added", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.lorem({ maxCount: 3 }), (text, words) => {
        expect(estimateTokens(`${text}\n${words}`)).toBeGreaterThanOrEqual(estimateTokens(text));
      }),
    );
  });

  test("takes a million characters of anything", () => {
    for (const unit of ["a", "我", " ", "<", "😀", "a1"]) {
      expect(Number.isFinite(estimateTokens(unit.repeat(1_000_000 / unit.length)))).toBe(true);
    }
  });

  test("counts more for Claude, and most for its newer encoding", () => {
    expect(tokenScaleOf("openai/gpt-5-mini")).toBe(1);
    for (const older of [
      "claude-haiku-4-5",
      "claude-3-5-haiku-20241022",
      "claude-opus-4-6",
      "claude-opus-4-20250514",
    ]) {
      expect(tokenScaleOf(`anthropic/${older}`)).toBe(1.2);
    }
    for (const newer of ["claude-haiku-5-5", "claude-opus-4-8", "claude-fable-5-1"]) {
      expect(tokenScaleOf(`anthropic/${newer}`)).toBe(1.55);
    }
  });
});

const fixture = new URL("../../fixtures/o200k-counts.json", import.meta.url);
const parsed = parseJson(readFileSync(fixture, "utf8"));
const counts = z
  .record(z.string(), z.object({ texts: z.number(), tokens: z.number() }))
  .parse(parsed.ok ? parsed.value : undefined);
const conversation = z.object({
  language: z.string().optional(),
  messages: z.array(z.object({ content: z.string() })),
});

/** How far the total may be from what the encoder counts. */
const tolerance = (key: string): number => {
  const [, language] = key.split("/");
  if (language === undefined || ["en", "zh", "ja", "ar", "nl", "id", "tr", "da"].includes(language))
    return 0.07;
  return ["de", "it"].includes(language) ? 0.1 : 0.26;
};

const someFile = findRealFile("conversations/xsid.jsonl.gz");
describe.skipIf(someFile === null)("on real conversations", () => {
  test.each(Object.entries(counts))("%s is near what the encoder counts", async (key, { texts, tokens }) => {
    const [file, language] = key.split("/");
    const path = findRealFile(`conversations/${file}.jsonl.gz`);
    let read = 0;
    let estimate = 0;
    for await (const line of readRealLines(path ?? "")) {
      const record = conversation.parse(line);
      const text = record.messages.map(({ content }) => content).join("\n");
      const other = language !== undefined && record.language !== language;
      if (other || read >= texts || text.length > 8000) continue;
      read++;
      estimate += estimateTokens(text);
    }
    expect(read).toBe(texts);
    expect(Math.abs(estimate / tokens - 1), `${key}: ${(estimate / tokens).toFixed(3)}`).toBeLessThan(
      tolerance(key),
    );
  });
});
