import { expect, test } from "vitest";
import { callKeyOf } from "./call-key.ts";
import type { ModelRequest } from "./language-model.ts";

const request: ModelRequest = {
  system: "Answer.",
  prompt: [{ text: "How are you?" }],
  schema: { type: "object" },
  maxOutputTokens: 10,
  temperature: 0,
};

test("everything that the answer depends on changes the key of a call", () => {
  const keys = [
    callKeyOf("a/x", request),
    callKeyOf("a/y", request),
    callKeyOf("a/x", { ...request, system: null }),
    callKeyOf("a/x", { ...request, prompt: [{ text: "Who are you?" }] }),
    callKeyOf("a/x", { ...request, schema: null }),
    callKeyOf("a/x", { ...request, maxOutputTokens: 11 }),
    callKeyOf("a/x", { ...request, temperature: 1 }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{64}$/u);
});

test("how the prompt is cut and cached does not change the key of a call", () => {
  const cut = [{ text: "How ", cache: true }, { text: "are you?" }];
  expect(callKeyOf("a/x", { ...request, prompt: cut })).toBe(callKeyOf("a/x", request));
});
