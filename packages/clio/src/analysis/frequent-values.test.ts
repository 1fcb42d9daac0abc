import fc from "fast-check";
import { expect, test } from "vitest";
import { createFrequentValues } from "./frequent-values.ts";

test("the most frequent come first, equal ones by their text", () => {
  const values = createFrequentValues();
  for (const value of ["b", "a", "c", "c"]) values.add(value);
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
        for (const value of stream) values.add(value);
        expect(values.list()).toContain("often");
        expect(values.list().length).toBeLessThanOrEqual(limit);
      },
    ),
  );
});
