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
