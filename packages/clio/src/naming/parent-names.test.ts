import { expect, test } from "vitest";
import { composeParentNames } from "./parent-names.ts";

test("children with one verb share it", () => {
  const members = ["set an alarm", "set a timer", "set a reminder", "alarm please", "alarm and timer"];
  expect(composeParentNames(["Set alarms", "Set timers", "Set reminders"], members)[0]).toBe(
    "set alarms, timers and reminders",
  );
});

test("children with one object share it", () => {
  expect(composeParentNames(["Pay bills", "Check bills"], ["pay my bill", "check the bill"])[0]).toBe(
    "pay and check bills",
  );
});

test("children with nothing in common stand side by side, the most spoken of first", () => {
  const names = composeParentNames(
    ["Book flights", "Find hotels", "Rent cars"],
    ["a hotel", "hotels", "a flight and hotel", "flights", "a car"],
  );
  expect(names[0]).toBe("find hotels, book flights and rent cars");
  expect(names).toContain("get help with hotels, flights and cars");
});

test("no name is longer than ten words", () => {
  const children = [
    "Ask about international transaction fees and exchange rates",
    "Report fraudulent activities on a card and ask about accounts",
    "Learn how to improve a credit score",
  ];
  for (const name of composeParentNames(children, [])) expect(name.split(" ").length).toBeLessThanOrEqual(10);
});

test("moves of a dialogue have a heading of their own", () => {
  const names = composeParentNames(
    ["Thank the assistant", "Greet the assistant", "Say goodbye"],
    ["thanks", "hi"],
  );
  expect(names[0]).toBe("make small talk: greetings, thanks and goodbyes");
});

test("questions about the assistant have one too", () => {
  const names = composeParentNames(
    ["Ask the assistant about its age", "Ask the assistant about its hobbies", "Ask what the assistant is"],
    [],
  );
  expect(names[0]).toBe("ask the assistant about itself: age and hobbies");
});

test("sorts of one thing share its word", () => {
  const names = composeParentNames(
    ["Read shopping lists", "Ask about to-do lists"],
    ["my shopping list", "the to-do list"],
  );
  expect(names[0]).toBe("get help with shopping and to-do lists");
});

test("what is spoken of all over stands before the colon, without being said again after it", () => {
  const names = composeParentNames(
    ["Ask about car maintenance", "Ask about tire pressure", "Learn how to change oil", "Ask about gas"],
    ["maintenance of my car", "tire pressure of the car", "change oil in a car", "gas of the car"],
    [{ text: "cars", share: 0.9 }],
  );
  expect(names[0]).toMatch(/^ask about cars: /u);
  expect(names[0]).not.toMatch(/car maintenance/u);
});

test("places and purposes of nothing are no heading", () => {
  for (const name of composeParentNames(["Find something in Paris", "Shorten to words"], ["words in Paris"]))
    expect(name).not.toMatch(/^(?:ask about|get help with) (?:to|something)/u);
});
