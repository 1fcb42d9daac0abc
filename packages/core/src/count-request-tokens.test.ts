import { expect, test } from "vitest";
import { countRequestTokens } from "./count-request-tokens.ts";

const model = { countTokens: (text: string) => text.length };

test("a request takes the tokens of its texts, four a turn and three for the answer to start", () => {
  const prompt = [{ text: "ab", cache: true }, { text: "cde" }];
  expect(countRequestTokens(model, { system: null, prompt, schema: null })).toBe(5 + 4 + 3);
  expect(countRequestTokens(model, { system: "four", prompt, schema: null })).toBe(5 + 4 + 3 + 4 + 4);
});

test("a schema counts as its JSON", () => {
  const request = { system: null, prompt: [], schema: { type: "object" } };
  expect(countRequestTokens(model, request)).toBe(4 + 3 + 4 + '{"type":"object"}'.length);
});
