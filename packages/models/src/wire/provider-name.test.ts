import { expect, test } from "vitest";
import { toProviderName, withoutServer } from "./provider-name.ts";

test("the provider's own server needs no name, this machine is local, others differ", () => {
  expect(toProviderName("openai", undefined)).toBe("openai");
  expect(toProviderName("openai", "https://api.openai.com/v1")).toBe("openai");
  expect(toProviderName("openai", "http://127.0.0.1:11434/v1")).toBe("openai@local");
  expect(toProviderName("openai", "http://localhost:8080/v1")).toBe("openai@local");
  const one = toProviderName("anthropic", "https://one.example/v1");
  expect(one).toMatch(/^anthropic@[0-9a-f]{8}$/u);
  expect(one).not.toBe(toProviderName("anthropic", "https://two.example/v1"));
  expect(withoutServer(`${one}/claude-x`)).toBe("anthropic/claude-x");
  expect(withoutServer("openai/gpt-5")).toBe("openai/gpt-5");
});
