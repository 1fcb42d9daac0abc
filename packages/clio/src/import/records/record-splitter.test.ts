import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createElementSplitter } from "./create-element-splitter.ts";
import { createLineSplitter } from "./create-line-splitter.ts";
import type { RawRecord, RecordSplitter } from "./record-splitter.ts";

function split(splitter: RecordSplitter, text: string | Buffer, pieceBytes = 1 << 20): RawRecord[] {
  const bytes = Buffer.from(text);
  const records: RawRecord[] = [];
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    records.push(...splitter.push(bytes.subarray(start, start + pieceBytes)));
  }
  return [...records, ...splitter.end()];
}

const texts = (records: readonly RawRecord[]): (string | null)[] =>
  records.map(({ bytes }) => bytes?.toString() ?? null);

const elements = (text: string, maxBytes = 1000): RawRecord[] =>
  split(createElementSplitter({ maxBytes }), text, 7);

describe.each([
  ["lines", createLineSplitter],
  ["elements", createElementSplitter],
])("a splitter of %s", (_, create) => {
  test("gives the same records however the bytes are cut", () => {
    const noise = fc
      .array(fc.constantFrom("{", "}", "[", "]", '"', "\\", ",", "\n", " ", "\r\n", "a", "é", "\n{"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(noise, fc.integer({ min: 1, max: 9 }), (text, pieceBytes) => {
        const whole = split(create({ maxBytes: 1000 }), text);
        expect(split(create({ maxBytes: 1000 }), text, pieceBytes)).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });
});

describe("lines", () => {
  test("a line over the limit is told with its length and not held, the one at the limit is given out", () => {
    const records = split(createLineSplitter({ maxBytes: 5 }), "12345\n123456\nabc", 2);
    expect(records.map(({ line, length }) => [line, length])).toEqual([
      [1, 5],
      [2, 6],
      [3, 3],
    ]); // line, bytes
    expect(texts(records)).toEqual(["12345", null, "abc"]);
  });
});

describe("elements", () => {
  test("every array is cut into its elements, laid out in any way", () => {
    const value = fc.oneof(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.array(fc.jsonValue()),
      fc.string(),
      fc.integer(),
    );
    fc.assert(
      fc.property(fc.array(value), fc.constantFrom(0, 1, 2, "\t"), (values, indent) => {
        const records = split(
          createElementSplitter({ maxBytes: 1 << 20 }),
          JSON.stringify(values, null, indent),
          7,
        );
        expect(records.map(({ bytes }) => JSON.parse(bytes?.toString() ?? "") as unknown)).toEqual(
          JSON.parse(JSON.stringify(values)), // -0 and __proto__ as JSON has them
        );
      }),
      { numRuns: 300 },
    );
  });

  test("objects one after the other, arrays one after the other and lines are records too", () => {
    expect(texts(elements('{"a":\n1}\n{"b":2}{"c":3}'))).toEqual(['{"a":\n1}', '{"b":2}', '{"c":3}']);
    expect(texts(elements('[{"a":1}]\n[{"b":2}]'))).toEqual(['{"a":1}', '{"b":2}']);
  });

  test("brackets and quotes in strings are text, a string ends with its line", () => {
    expect(texts(elements('[{"a":"]}\\"{["},{"b":1}]'))).toEqual(['{"a":"]}\\"{["}', '{"b":1}']);
    expect(texts(elements('[{"a":"cut\n},\n{"b":1}]'))).toEqual(['{"a":"cut\n}', '{"b":1}']);
  });

  test("after an element that never closes, the next one is found by how it starts", () => {
    const text = '[\n  {"a": 1},\n  {"b": {"c": 2},\n  {"d": 3},\n  {"e": 4}\n]\n';
    const records = elements(text);
    expect(texts(records)).toEqual(['{"a": 1}', '{"b": {"c": 2},\n  ', '{"d": 3}', '{"e": 4}']);
    expect(records.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
  });

  test("an element over the limit is told with its length and its neighbours are given out", () => {
    const records = elements(`[{"a":1},{"b":"${"x".repeat(100)}"},{"c":3}]`, 20);
    expect(texts(records)).toEqual(['{"a":1}', null, '{"c":3}']);
    expect(records[1]?.length).toBe(108);
  });

  test("hostile nesting of starts is given up after a while", () => {
    const records = split(createElementSplitter({ maxBytes: 1 << 20 }), `[\n${"{\n".repeat(20_000)}`);
    expect(records.length).toBeLessThan(100);
  });
});
