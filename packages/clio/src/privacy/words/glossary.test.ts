import { UsageError } from "@observatory/core";
import { expect, test } from "vitest";
import { parseGlossary, supportKey } from "./glossary.ts";

test("a glossary is one term a line, with remarks", () => {
  const glossary = parseGlossary("\uFEFF# our products\nFrobnitz\r\n\nAcme Cloud\nC#\nfrobnitz\n");
  expect(glossary.terms).toBe(3);
  expect([...glossary.words]).toEqual(["frobnitz", "acme", "cloud", "c"]);
});

test("the key of the stages that name follows the terms, whatever their order", () => {
  const keyOf = (text: string): string => supportKey(parseGlossary(text), "explore");
  expect(keyOf("a b\nc\n")).toBe(keyOf("c\n# x\na b\n"));
  expect(keyOf("a b\n")).not.toBe(keyOf("a\nb\n"));
});

test.each([
  ["nothing", "\n# only a remark\n", /no term/],
  ["a long term", `ok\n${"x".repeat(81)}`, /line 2: .*longer than 80/],
  ["a sentence", "one two three four five six", /line 1: it has 6 words/],
  ["no word", "ok\nok\n---", /line 3: it has 0 words/],
  ["an address", "ok\nada@example.com", /line 2: it looks like personal data/],
  ["a control character", "a\u0007b", /line 1: .*control/],
  ["bytes that are no UTF-8", "a\uFFFDb", /line 1/],
  ["look-alikes", "lupu\u0455", /line 1: .*mixes scripts/],
])("%s is refused with the line, never quoting it", (_what, text, message) => {
  expect(() => parseGlossary(text)).toThrow(message);
  try {
    parseGlossary(text);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    expect(error instanceof UsageError && error.hint).toBeTruthy();
    expect(String(error)).not.toContain("ada");
  }
});
