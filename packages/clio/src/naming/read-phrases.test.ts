import { describe, expect, test } from "vitest";
import { readPhrases } from "./read-phrases.ts";

function keysOf(text: string): readonly string[] {
  return [...readPhrases(text).phrases.keys()];
}

describe("a request is read whatever politeness surrounds it", () => {
  test.each([
    "set an alarm for six",
    "can you please set an alarm",
    "I'd like you to set my alarm",
    "hey, could you set the alarms for me?",
    "To set an alarm.",
    "The user asked to set an alarm.",
  ])("%s", (text) => {
    expect(keysOf(text)).toContain("action: set {alarm}");
  });
});

describe("questions become indirect questions", () => {
  test.each([
    ["why was my card declined?", "clause: why {card} was declined"],
    ["why did my card get declined at the store", "clause: why {card} was declined"],
    ["tell me when my electric bill is due", "clause: when {electric bill} is due"],
    ["how long should I cook the steak", "clause: how long to cook {steak}"],
    ["do i need a visa for spain", "clause: whether {visa} is needed"],
    ["what does ajar mean", "clause: what something means"],
  ])("%s", (text, key) => {
    expect(keysOf(text)).toContain(key);
  });
});

describe("how-to questions, questions about the assistant, and dialogue moves are told apart", () => {
  test.each([
    ["how do I jump start a car", "how-to: jumpstart {car}"],
    ["what's the best way to improve my credit score", "how-to: improve {credit score}"],
    ["how do you say good night, my friend, in german", "how-to: say something in {other language}"],
    ["what are your hobbies", "assistant: about its {hobby}"],
    ["who made you", "assistant: who made it"],
    ["how old are you", "assistant: how old it is"],
    ["thank you so much", "act: thank the assistant"],
    ["my phone was stolen", "report: that {phone} was stolen"],
    ["transfer $50 to my savings account", "action: transfer {money} to {savings account}"],
  ])("%s", (text, key) => {
    expect(keysOf(text)).toContain(key);
  });
});

test("placeholders of redaction become no part of a phrase", () => {
  const keys = keysOf("send an email to [NAME] at [EMAIL_ADDRESS] about the invoice of <PERSON>").join(" ");
  expect(keys).toContain("send {email}");
  expect(keys.toLowerCase()).not.toMatch(/name|address|person/u);
});

test("given names, web addresses and times of day are no topics", () => {
  expect(
    keysOf("call john at 5 pm or see https://example.org/secret").filter((key) =>
      /john|example|secret|pm/u.test(key),
    ),
  ).toEqual([]);
});

test("a very long text is read at its start only", () => {
  const keys = keysOf(
    `write a poem about autumn. ${"and then some filler text. ".repeat(2000)} cancel the zebra`,
  );
  expect(keys).toContain("action: write {poem} about {autumn}");
  expect(keys.join(" ")).not.toContain("zebra");
});

test("what things are added to is read over things that are no noun phrase", () => {
  expect(keysOf("add cleaning the bathroom to my shopping list")).toContain(
    "deed: add something to {shopping list}",
  );
});
