import * as fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { listOf, weight, wholeNumber, yesOrNo } from "./lenient.ts";
import { parseAnswer } from "./parse-answer.ts";

const answer = z.object({ rating: wholeNumber(1, 5) });

test.each([
  ["plain", '{"rating": 4}'],
  ["in a code fence", '```json\n{"rating": 4}\n```'],
  ["with text around it", 'Here you are: {"rating": 4} I hope that this helps.'],
  ["with a trailing comma", '{"rating": 4,}'],
  ["as the only item of a list", '[{"rating": 4}]'],
  ["as a string", '{"rating": "4"}'],
  ["with the scale behind it", '{"rating": "4/5"}'],
  ["with more than was asked for", '{"thoughts": "a, b, }", "rating": 4}'],
  ["after thoughts that hold a draft", '<think>{"rating": 1}</think>{"rating": 4}'],
  ["after a draft", 'First {"rating": 1}, on second thought {"rating": 4}'],
  ["after a brace that is never closed", 'A set is written { a, b. {"rating": 4}'],
  ["with a raw line break in a string", '{"why": "one\ntwo", "rating": 4}'],
])("reads an object %s", (_how, text) => {
  expect(parseAnswer(text, answer)).toEqual({ fits: true, value: { rating: 4 } });
});

test.each([
  ["no JSON", "I would say four.", "not-json"],
  ["half an object", '{"rating": ', "not-json"],
  ["another object", '{"stars": 4}', "schema"],
  ["a number off the scale", '{"rating": 9}', "schema"],
  ["a number between", '{"rating": "4.5"}', "schema"],
  ["far too much", `{"rating": 4, "why": "${"a".repeat(200_000)}"}`, "not-json"],
])("says why %s does not fit", (_what, text, reason) => {
  expect(parseAnswer(text, answer)).toMatchObject({ fits: false, reason });
});

test("what was wrong is told by place and kind, without a word of the answer", () => {
  const schema = z.object({ names: listOf(z.string(), { most: 3 }) });
  const read = parseAnswer('{"names": ["fine", {"secret": "Ada"}]}', schema);
  expect(read).toEqual({ fits: false, reason: "schema", because: "names.1: invalid_type" });
});

test("lists, weights and yes or no are taken as models write them", () => {
  const schema = z.object({
    list: listOf(z.string(), { most: 2 }),
    weights: listOf(weight(), { most: 9 }),
    yes: yesOrNo(),
  });
  const text = '{"list": "one", "weights": ["70%", "0.2", 0.1, "much", null], "yes": "Yes"}';
  expect(parseAnswer(text, schema)).toEqual({
    fits: true,
    value: { list: ["one"], weights: [0.7, 0.2, 0.1, 0, 0], yes: true },
  });
  expect(parseAnswer('{"list": ["a", "b", "c"], "weights": [], "yes": false}', schema)).toMatchObject({
    value: { list: ["a", "b"] },
  });
});

test("never throws, whatever a model writes", () => {
  const pieces = fc.constantFrom(
    "{",
    "}",
    '"',
    "\\",
    "[",
    "]",
    ",",
    ":",
    '"rating"',
    "4",
    " ",
    "\n",
    "```",
    "é",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const read = parseAnswer(parts.join(""), answer);
      if (read.fits) expect([1, 2, 3, 4, 5]).toContain(read.value.rating);
      else expect(["not-json", "schema"]).toContain(read.reason);
    }),
  );
});

test("braces without end cost no more than a fixed number of walks", () => {
  expect(parseAnswer("{".repeat(100_000), answer)).toMatchObject({ reason: "not-json" });
});
