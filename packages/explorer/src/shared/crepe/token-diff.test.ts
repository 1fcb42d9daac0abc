import fc from "fast-check";
import { expect, test } from "vitest";
import { diffTokens } from "./token-diff.ts";

const changedOf = (caption: string, negative: string) =>
  diffTokens(caption, negative)
    .filter(({ isChanged }) => isChanged)
    .map(({ text }) => text);

test.each([
  ["a red hat", "a blue hat", ["blue"]],
  ["a red hat", "a red hat", []],
  ["a cat on a mat", "a mat on a cat", ["mat", "cat"]],
  ["A dog runs", "a dog does not run", ["does not run"]],
  ["a pink car", "a blue car and a pink toy", ["blue", "and a pink toy"]],
  ["", "all new", ["all new"]],
])("from %j to %j", (caption, negative, changed) => {
  expect(changedOf(caption, negative)).toEqual(changed);
});

test("the parts are the negative, whatever the texts, and nothing is marked that is equal", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "é", "🪐") });
  fc.assert(
    fc.property(text, text, (caption, negative) => {
      const parts = diffTokens(caption, negative);
      expect(parts.map((part) => part.text).join("")).toBe(negative);
      expect(diffTokens(negative, negative).some(({ isChanged }) => isChanged)).toBe(false);
    }),
  );
});

test("texts of thousands of words are compared by their words", () => {
  const long = "word ".repeat(5_000);
  expect(changedOf(long, `${long}other`)).toEqual(["other"]);
});
