import { expect, test } from "vitest";
import { guessRequests } from "./guess-requests.ts";

const recipe = "Can you suggest a recipe for a quick vegetarian dinner with lentils?";
const flight = "Please book me the cheapest flight from Lisbon to Oslo next Tuesday morning.";

test("follow-ups and thanks belong to the request before them", () => {
  expect(
    guessRequests([recipe, "Which lentils are best for that recipe?", "Great, thanks!"], 3),
  ).toHaveLength(1);
});

test("a wish that shares no word with what was said is a request of its own, as far as there may be several", () => {
  expect(guessRequests([recipe, "Thanks!", flight], 3)).toHaveLength(2);
  expect(guessRequests([recipe, flight], 1)).toHaveLength(1);
});

test("there is always one, whatever was written", () => {
  for (const turns of [["ok"], ["???"], ["你好"], ["x".repeat(5000)]]) {
    expect(guessRequests(turns, 3)).toHaveLength(1);
  }
});
