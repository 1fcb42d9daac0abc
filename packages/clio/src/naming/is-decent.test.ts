import { expect, test } from "vitest";
import { isDecent } from "./is-decent.ts";

test("vulgar words are found whatever their case", () => {
  expect(["Ask about Fuckers", "say SHIT", "asses"].map(isDecent)).toEqual([false, false, false]);
});

test("grave subjects and ordinary words stay nameable", () => {
  const texts = [
    "Ask about slavery",
    "Learn how to kill a process",
    "Ask about suicide and murder",
    "Class assignments",
    "",
  ];
  expect(texts.filter((text) => !isDecent(text))).toEqual([]);
});
