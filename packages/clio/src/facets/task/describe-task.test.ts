import * as fc from "fast-check";
import { expect, test } from "vitest";
import { describeTask, longestTask } from "./describe-task.ts";

test.each([
  [
    "Write a persuasive email to convince a friend. Be concise.",
    "write a persuasive email to convince a friend",
  ],
  ["Summarize the article that follows", "summarize the article"],
  ["how do i change the oil in my car", "explain how to change the oil in my car"],
  ["What is the capital of France?", "answer a question about the capital of France"],
  ["what's the difference between a cat and a dog", "compare a cat and a dog"],
  ["why is the sky blue?", "explain why is the sky blue"],
  ["I'm looking for a hotel", "find a hotel"],
  ["i need a rental car", "provide a rental car"],
  ["is it going to rain", "answer: is it going to rain"],
  ["I have to wake up early. Show me my alarms", "show me my alarms"],
  ["Напиши письмо другу. Спасибо", "Напиши письмо другу"],
])("%s: %s", (request, task) => {
  expect(describeTask(request)).toBe(task);
});

test("is bounded, and never empty for a request that is not", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (request) => {
      const task = describeTask(request);
      expect(task.length).toBeLessThanOrEqual(longestTask);
      expect(task === "").toBe(request.trim() === "");
    }),
  );
});
