import { expect, test } from "vitest";
import { parseName } from "./parse-name.ts";

test("clauses come apart with what each is done to", () => {
  expect(parseName("Check bills, fees and taxes and learn how to pay rent")).toEqual([
    { opening: "check", objects: ["bills", "fees", "taxes"], kind: "plain" },
    { opening: "learn how to", objects: ["pay rent"], kind: "plain" },
  ]);
});

test("the first word is a verb, whether it is known or not", () => {
  expect(parseName("Frobnicate widgets")).toEqual([
    { opening: "frobnicate", objects: ["widgets"], kind: "plain" },
  ]);
  expect(parseName("Disconnect from phones")[0]?.opening).toBe("disconnect from");
});

test("of verbs joined by or only the first counts", () => {
  expect(parseName("Play or hear music")).toEqual([{ opening: "play", objects: ["music"], kind: "plain" }]);
  expect(parseName("Set up or cancel alarms")).toEqual([
    { opening: "set up", objects: ["alarms"], kind: "plain" },
  ]);
});

test("what stands after the colon of a heading is told apart", () => {
  expect(parseName("Ask about cars: gas, oil and tires")).toEqual([
    { opening: "ask about", objects: ["cars"], kind: "plain" },
    { opening: "ask about", objects: ["gas", "oil", "tires"], kind: "detail" },
  ]);
});

test("moves of a dialogue, questions about the assistant and names without a pattern are known", () => {
  expect(parseName("Thank the assistant")[0]?.kind).toBe("act");
  expect(parseName("Ask the assistant about its age")[0]?.kind).toBe("assistant");
  expect(parseName("Mixed requests to see, read and hear").map(({ kind }) => kind)).toEqual(["mixed"]);
  expect(parseName("Requests in French about «mail»")).toEqual([]);
});
