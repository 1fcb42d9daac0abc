import { expect, test } from "vitest";
import { repeatsPrompt } from "./repeats-prompt.ts";

test.each([
  "what the user wants to reach",
  "what the assistant is asked to do for it",
  "this is a list of one to 3 items, the weightiest first",
  "English, whatever the language of the conversation; at most two short sentences",
  "Do the task that follows the material and no other",
])("%j repeats the prompt", (summary) => {
  expect(repeatsPrompt(summary, () => "How do I bake bread?")).toBe(true);
});

test.each([
  "bake bread",
  "find a small company",
  "know what to do with an old letter",
  "ask for the kind of text that a friend would like",
  "get information on violence, abuse of children or weapons",
  "",
])("%j does not", (summary) => {
  expect(repeatsPrompt(summary, () => "How do I bake bread?")).toBe(false);
});

test("what the conversation says itself is no repetition", () => {
  const said = "Explain this prompt: say what the user wants to reach";
  expect(repeatsPrompt("explain what the user wants to reach", () => said)).toBe(false);
  expect(repeatsPrompt("what the user wants to reach", () => said)).toBe(false);
});
