import fc from "fast-check";
import { expect, test } from "vitest";
import { createCountTable } from "./count-table.ts";

test("a table counts as a map does", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string(), fc.integer({ min: 0, max: 9 })), { maxLength: 200 }),
      fc.string(),
      (pairs, other) => {
        const table = createCountTable(pairs.length);
        const map = new Map<string, number>();
        for (const [text, count] of pairs) {
          table.add(text, count);
          map.set(text, (map.get(text) ?? 0) + count);
        }
        for (const text of [other, ...map.keys()]) expect(table.count(text)).toBe(map.get(text) ?? 0);
      },
    ),
  );
});

test("100,000 similar texts have fingerprints of their own", () => {
  const table = createCountTable(100_000);
  for (let i = 0; i < 100_000; i++) table.add(`compound\t${i % 320} on ${Math.floor(i / 320)}`, i + 1);
  for (let i = 0; i < 100_000; i++)
    if (table.count(`compound\t${i % 320} on ${Math.floor(i / 320)}`) !== i + 1) expect.fail(`lost ${i}`);
  for (let i = 0; i < 100_000; i++)
    if (table.count(`compound\t${Math.floor(i / 320)} on ${400 + (i % 320)}`) !== 0)
      expect.fail(`found ${i}`);
});

test("a full table refuses more and still answers", () => {
  const table = createCountTable(1);
  expect(() => {
    for (let i = 0; i < 100; i++) table.add(`text ${i}`, 1);
  }).toThrow(RangeError);
  expect(table.count("no such text")).toBe(0);
});
