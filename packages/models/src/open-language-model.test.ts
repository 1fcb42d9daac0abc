import { UsageError } from "@observatory/core";
import { expect, test } from "vitest";
import { openLanguageModel } from "./open-language-model.ts";

test("a model is opened by its provider and name", async () => {
  const anthropic = await openLanguageModel("anthropic:claude-haiku-4-5", { anthropicApiKey: "k" });
  expect(anthropic.id).toBe("anthropic/claude-haiku-4-5");
  const openai = await openLanguageModel("openai:gpt-5-mini", { openAiApiKey: "k" });
  expect(openai.id).toBe("openai/gpt-5-mini");
});

test("a name may hold colons", async () => {
  const model = await openLanguageModel("openai:qwen3:8b", { baseUrl: "http://localhost:11434/v1" });
  expect(model.id).toBe("openai@local/qwen3:8b");
});

test.each(["lexical", "openai:", "anthropic", "toString:x", "mistral:large", ""])(
  "%s is no language model, and the hint says which there are",
  async (spec) => {
    await expect(openLanguageModel(spec, { openAiApiKey: "k" })).rejects.toMatchObject({
      code: "usage",
      hint: "Write anthropic:MODEL, openai:MODEL, llama:FILE.gguf.",
    });
  },
);

test.each([
  ["anthropic:claude-x", { openAiApiKey: "k" }, "ANTHROPIC_API_KEY"],
  ["openai:gpt-x", { openAiApiKey: " " }, "OPENAI_API_KEY"],
  ["openai:gpt-x", { baseUrl: "https://router.example/v1" }, "OPENAI_API_KEY"],
])("%s without its key names the variable to set", async (spec, options, variable) => {
  const error: unknown = await openLanguageModel(spec, options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  expect(error).toHaveProperty("message", expect.stringContaining(variable));
});
