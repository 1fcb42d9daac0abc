import { expect, test } from "vitest";
import { toGrammarSchema } from "./to-grammar-schema.ts";

test("an integer between bounds becomes a choice, and one without bounds stays open", () => {
  expect(toGrammarSchema({ type: "integer", minimum: 1, maximum: 5 })).toEqual({ enum: [1, 2, 3, 4, 5] });
  expect(toGrammarSchema({ type: "integer", minimum: 1 })).toEqual({ type: "integer" });
  expect(toGrammarSchema({ type: "integer", minimum: 0, maximum: 1000 })).toEqual({ type: "integer" });
});

test("a fraction between bounds becomes a choice of steps that leaves out what the bounds exclude", () => {
  expect(toGrammarSchema({ type: "number", minimum: 0, maximum: 1 })).toEqual({
    enum: Array.from({ length: 21 }, (_, i) => Number((i / 20).toFixed(2))),
  });
  const { enum: open } = toGrammarSchema({ type: "number", exclusiveMinimum: 0, maximum: 1 });
  expect(open).toEqual(Array.from({ length: 20 }, (_, i) => Number(((i + 1) / 20).toFixed(2))));
});

test("bounds that leave nothing are left out instead of a choice of nothing", () => {
  expect(toGrammarSchema({ type: "integer", exclusiveMinimum: 1, exclusiveMaximum: 2 })).toEqual({
    type: "integer",
  });
  expect(toGrammarSchema({ type: "number", minimum: 2, maximum: 1 })).toEqual({ type: "number" });
});

test("an object keeps the order of its properties and is closed, with what no grammar knows left out", () => {
  const schema = toGrammarSchema({
    title: "clio-name",
    type: "object",
    properties: {
      name: { type: "string", pattern: "^[A-Z]", description: "at most ten words" },
      tags: {
        type: "array",
        items: { type: "string", maxLength: 9 },
        minItems: 1,
        maxItems: 3,
        uniqueItems: true,
      },
    },
    required: ["name", "tags"],
  });
  expect(schema).toEqual({
    type: "object",
    properties: {
      name: { type: "string", maxLength: 600 },
      tags: { type: "array", items: { type: "string", maxLength: 9 }, minItems: 1, maxItems: 3 },
    },
    additionalProperties: false,
  });
  expect(Object.keys(Object(schema.properties))).toEqual(["name", "tags"]);
});

test("choices, constants, alternatives and definitions are kept", () => {
  expect(
    toGrammarSchema({
      anyOf: [{ const: "none" }, { enum: ["a", "b"] }, { $ref: "#/$defs/n" }, { type: "null" }],
      $defs: { n: { type: "integer", minimum: 1, maximum: 2 } },
    }),
  ).toEqual({
    oneOf: [{ const: "none" }, { enum: ["a", "b"] }, { $ref: "#/$defs/n" }, { type: "null" }],
    $defs: { n: { enum: [1, 2] } },
  });
});
