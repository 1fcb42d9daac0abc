import { assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { maxTokens } from "./model.ts";
import { maxWindows, toExcerpt, toWindowStarts } from "./windows.ts";

test("a text that fits has one window", () => {
  expect(toWindowStarts(1)).toEqual([0]);
  expect(toWindowStarts(128)).toEqual([0]);
});

test("a longer text has full windows from its start to its end", () => {
  expect(toWindowStarts(129)).toEqual([0, 1]);
  expect(toWindowStarts(224)).toEqual([0, 96]);
  expect(toWindowStarts(225)).toEqual([0, 49, 97]);
});

test("windows of up to 3,104 tokens overlap by at least 32", () => {
  assert(
    property(integer({ min: 129, max: 3104 }), (length) => {
      expect(Math.max(...toSteps(toWindowStarts(length)))).toBeLessThanOrEqual(96);
    }),
  );
});

test("windows are never more than 32, in order, the last one at the end", () => {
  assert(
    property(integer({ min: 129, max: 100_000 }), (length) => {
      const starts = toWindowStarts(length);
      expect(starts.length).toBeLessThanOrEqual(maxWindows);
      expect(starts[0]).toBe(0);
      expect(starts.at(-1)).toBe(length - maxTokens);
      expect(Math.min(...toSteps(starts))).toBeGreaterThan(0);
    }),
  );
});

test("of a very long text excerpts from its start to its end are read", () => {
  const short = "x".repeat(32_768);
  expect(toExcerpt(short)).toBe(short);
  const long = toExcerpt(`a${"x".repeat(1_000_000)}z`);
  expect(long).toHaveLength(32 * 1024 + 31);
  expect(long.startsWith("ax")).toBe(true);
  expect(long.endsWith("xz")).toBe(true);
});

function toSteps(starts: readonly number[]): readonly number[] {
  return starts.slice(1).map((start, i) => start - (starts[i] ?? 0));
}
