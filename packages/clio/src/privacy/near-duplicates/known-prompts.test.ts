import { expect, test } from "vitest";
import { noKnownPrompts, parseKnownPrompts, withoutKnownPrompts } from "./known-prompts.ts";
import { toComparedText } from "./to-compared-text.ts";
import { toTokens } from "./to-tokens.ts";

const prompts = parseKnownPrompts(
  "\uFEFF# buttons\nTrack my order\r\n\nTrack my order now, please!\nWrite a poem about\n",
);
const left = (text: string): string => withoutKnownPrompts(toTokens(text), prompts).join(" ");
const compared = (content: string, known = prompts) =>
  toComparedText({ messages: [{ role: "user", content }] }, known);

test("what is left of a text are the words of its user", () => {
  expect(left("TRACK my order")).toBe("");
  expect(left("track my order now please")).toBe("");
  expect(left("Write a poem about spring")).toBe("spring");
  expect(left("hello track my old order")).toBe("hello track my old order");
  expect(left("Track my order. Write a poem about rain")).toBe("rain");
});

test("who sends a known prompt alone is no copy of another who does, and one account repeats itself", () => {
  expect(compared("Track my order")).toMatchObject({ isKnownPrompt: true });
  expect(compared("Track my order").key).toBe(compared("track my ORDER!").key);
  expect(compared("Track my order", noKnownPrompts)).toMatchObject({ isKnownPrompt: false });
  expect(compared("Write a poem about spring")).toMatchObject({ isKnownPrompt: false });
  expect(compared("!!!")).toMatchObject({ isKnownPrompt: false });
});

test("texts in the frame of one template are compared by what their users put into it", () => {
  const key = (text: string): number => compared(text).key;
  expect(key("Write a poem about spring")).toBe(key("write a poem about Spring."));
  expect(key("Write a poem about spring")).not.toBe(key("Write a poem about rain"));
});

test.each([
  ["# only a remark\n", /no prompt/],
  ["ok\n!!!\n", /line 2: it has no word/],
  [`ok\n${"x".repeat(4_001)}`, /line 2: it is longer/],
])("%j is refused", (text, message) => {
  expect(() => parseKnownPrompts(text)).toThrow(message);
});
