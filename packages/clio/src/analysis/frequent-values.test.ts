import fc from "fast-check";
import { expect, test } from "vitest";
import { createFrequentValues } from "./frequent-values.ts";

test("the most frequent come first, equal ones by their text", () => {
  const values = createFrequentValues();
  for (const [account, value] of [
    ["1", "b"],
    ["1", "a"],
    ["1", "c"],
    ["2", "c"],
  ] as const) {
    values.add(account, value);
  }
  expect(values.list()).toEqual(["c", "a", "b"]);
});

test("a value that is frequent enough survives any number of rare ones", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 300 }),
      fc.integer({ min: 2, max: 20 }),
      (rare, limit) => {
        const values = createFrequentValues(limit);
        const often = Math.floor(rare.length / (limit - 1)) + 1;
        const stream = rare.map((value) => `rare ${value}`);
        for (let at = 0; at < often; at++) stream.splice((at * 7) % (stream.length + 1), 0, "often");
        stream.forEach((value, account) => values.add(String(account), value));
        expect(values.list()).toContain("often");
        expect(values.list().length).toBeLessThanOrEqual(limit);
      },
    ),
  );
});

test("an account counts once for a value, and brings no more than 30 values", () => {
  const values = createFrequentValues(40);
  for (const account of ["1", "2"]) values.add(account, "shared");
  for (let one = 0; one < 1000; one++) {
    values.add("heavy", "own");
    values.add("heavy", `own ${one}`);
  }
  expect(values.list()[0]).toBe("shared");
  expect(values.list()).toHaveLength(31);
});
