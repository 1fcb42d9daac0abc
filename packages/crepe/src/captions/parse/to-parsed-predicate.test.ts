import { expect, test } from "vitest";
import { toParsedPredicate } from "./to-parsed-predicate.ts";

test.each([
  ["is wearing", "wear"],
  ["wears", "wear"],
  ["sitting on", "sit on"],
  ["parked on", "park on"],
  ["attached to", "attach to"],
  ["to the left of", "at the left of"],
  ["left of", "at the left of"],
  ["in front of", "in front of"],
  ["has", "have"],
  ["with", "have"],
])("writes %s as a parsed caption has it: %s", (predicate, parsed) => {
  expect(toParsedPredicate(predicate)).toBe(parsed);
});

test("leaves what the parser reads in another way", () => {
  expect(toParsedPredicate("xyzzy")).toBe("xyzzy");
});
