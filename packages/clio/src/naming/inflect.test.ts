import { expect, test } from "vitest";
import { articleOf, gerundOf, joinWords, pluralOf, thirdPersonOf, toSentenceCase } from "./inflect.ts";

test("a noun gets its plural by spelling or by list", () => {
  const singulars = ["alarm", "city", "day", "box", "bus", "child", "quiz", "API", "dish", "analysis"];
  expect(singulars.map(pluralOf)).toEqual([
    "alarms",
    "cities",
    "days",
    "boxes",
    "buses",
    "children",
    "quizzes",
    "APIs",
    "dishes",
    "analyses",
  ]);
});

test("the article follows the sound", () => {
  const phrases = [
    "alarm",
    "bank account",
    "hour",
    "university",
    "URL",
    "FAQ",
    "user name",
    "unusual fee",
    "one-way flight",
    "European trip",
    "MPG value",
    "PIN",
    "API key",
  ];
  expect(phrases.map((phrase) => `${articleOf(phrase)} ${phrase}`)).toEqual([
    "an alarm",
    "a bank account",
    "an hour",
    "a university",
    "a URL",
    "an FAQ",
    "a user name",
    "an unusual fee",
    "a one-way flight",
    "a European trip",
    "an MPG value",
    "a PIN",
    "an API key",
  ]);
});

test("a gerund drops, doubles or keeps its last letter", () => {
  expect(["make", "set up", "cancel", "lie", "see", "book", "stop", "pay", "transfer"].map(gerundOf)).toEqual(
    ["making", "setting up", "canceling", "lying", "seeing", "booking", "stopping", "paying", "transferring"],
  );
});

test("the third person takes s, es or ies", () => {
  expect(["take", "have", "do", "go", "carry", "fix"].map(thirdPersonOf)).toEqual([
    "takes",
    "has",
    "does",
    "goes",
    "carries",
    "fixes",
  ]);
});

test("words are joined with commas and one conjunction", () => {
  expect([joinWords([]), joinWords(["a"]), joinWords(["a", "b"]), joinWords(["a", "b", "c"], "or")]).toEqual([
    "",
    "a",
    "a and b",
    "a, b or c",
  ]);
  expect(toSentenceCase("set alarms")).toBe("Set alarms");
});
