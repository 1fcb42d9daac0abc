import { expect, test } from "vitest";
import { keyOfName, makeDistinct } from "./distinct-names.ts";

const named = (...names: string[]): { name: string; description: string }[] =>
  names.map((name) => ({ name, description: "" }));

test("the surer cluster keeps a shared name, the other takes a longer one", () => {
  const level = makeDistinct([
    { names: named("Change names"), distinguished: named("Change names and ask about accounts"), worth: 1 },
    { names: named("Change a name", "Ask about names"), distinguished: [], worth: 2 },
  ]);
  expect(level.map((names) => names.map(({ name }) => name))).toEqual([
    ["Change names and ask about accounts"],
    ["Change a name", "Ask about names"],
  ]);
});

test("no proposal of one cluster is a proposal of another, whatever its rank", () => {
  const level = makeDistinct([
    { names: named("Pay bills", "Ask about bills"), distinguished: [], worth: 1 },
    { names: named("Check bills", "Ask about bills", "Ask about a bill"), distinguished: [], worth: 1 },
  ]);
  const keys = level.flat().map(({ name }) => keyOfName(name));
  expect(new Set(keys).size).toBe(keys.length);
  expect(level.every((names) => names.length > 0)).toBe(true);
});

test("number, order and small words make no difference between names", () => {
  expect(keyOfName("Set alarms and timers")).toBe(keyOfName("Set a timer or the alarm"));
  expect(keyOfName("Set alarms")).not.toBe(keyOfName("Cancel alarms"));
});
