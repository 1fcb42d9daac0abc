import { expect, test } from "vitest";
import { readChatgptText } from "./read-chatgpt-text.ts";

test.each([
  ["It rains. \uE200cite\uE202turn0search3\uE202turn0search8\uE201", "It rains."],
  ['By \uE200entity\uE202["people", "Ada Lovelace", 0]\uE201 in 1843', "By Ada Lovelace in 1843"],
  ["By \uE200entity\uE202[broken\uE201 in 1843", "By in 1843"],
  ["See \uE200url\uE202The weather\uE202turn0search0\uE201.", "See The weather."],
  ["\uE203It rains.\uE204 \uE200filecite\uE202turn1file0\uE201", "It rains."],
  ['\uE200image_group\uE202{"query":["a cat"]}\uE201\nA cat', "\nA cat"],
  ["It rains【4:0†source】.", "It rains."],
  ["A dagger† and 【a heading】 stay", "A dagger† and 【a heading】 stay"],
  ["cut \uE200cite\uE202turn0", "cut citeturn0"],
  ["plain", "plain"],
])("%j is read as %j", (text, read) => {
  expect(readChatgptText(text)).toBe(read);
});

test("a text of nothing but starts of marks is read in time that grows with its length", () => {
  const text = " \uE200cite\uE202".repeat(200_000);
  expect(readChatgptText(text)).toBe(" cite".repeat(200_000));
});
