import { expect, test } from "vitest";
import { toSingular, toVerbBase } from "./lemmas.ts";

test("nouns go to the singular, those without one stay", () => {
  const pairs =
    "dogs:dog buses:bus boxes:box benches:bench men:man leaves:leaf berries:berry horses:horse houses:house shelves:shelf glass:glass jeans:jeans glasses:glasses skis:ski dress:dress people:people";
  for (const pair of pairs.split(" ")) expect(toSingular(pair.split(":")[0] ?? "")).toBe(pair.split(":")[1]);
});

test("verbs go to their base form, other words to null", () => {
  const pairs =
    "riding:ride sitting:sit parked:park carries:carry held:hold looking:look biting:bite hopping:hop leaning:lean covered:cover watches:watch tied:tie lying:lay";
  for (const pair of pairs.split(" ")) expect(toVerbBase(pair.split(":")[0] ?? "")).toBe(pair.split(":")[1]);
  expect(toVerbBase("giraffe")).toBeNull();
});
