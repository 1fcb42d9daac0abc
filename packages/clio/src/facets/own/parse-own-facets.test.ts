import { UsageError } from "@observatory/core";
import { expect, test } from "vitest";
import { findClusteredFacet } from "./find-clustered-facet.ts";
import { parseOwnFacets } from "./parse-own-facets.ts";

const obstacle = { name: "obstacle", kind: "summary", question: "What kept the user back?" };
const sector = {
  name: "sector",
  kind: "categories",
  question: "In which sector?",
  values: ["health", "school"],
};
const success = { name: "success", kind: "rating", question: "How far did it go well?" };
const parse = (...facets: unknown[]) => parseOwnFacets(JSON.stringify({ facets }));

test("reads facets of each kind, texts on one line", () => {
  expect(parse(obstacle, { ...sector, question: " In which\n sector? " }, success)).toEqual([
    obstacle,
    sector,
    success,
  ]);
  const open = { name: "tools", kind: "categories", question: "Which tools?" };
  const named = { ...obstacle, naming: "a noun phrase" };
  expect(parse(open, named)).toEqual([open, named]);
});

test.each([
  ["no JSON", "facets", "it is not JSON"],
  ["no list", "{}", "at facets"],
  ["more than the list", JSON.stringify({ facets: [success], more: 1 }), "at the top"],
  ["an empty list", JSON.stringify({ facets: [] }), "at facets: at least one"],
])("refuses %s and says where", (_what, text, message) => {
  expect(() => parseOwnFacets(text)).toThrow(message);
});

test.each([
  ["a name with capitals", { ...success, name: "Success" }, "facets.0.name: a name is"],
  ["a long name", { ...success, name: "a".repeat(41) }, "facets.0.name: a name is"],
  ["a name that is no key", { ...success, name: "__proto__" }, "facets.0.name: a name is"],
  ["a built-in name", { ...success, name: "concern" }, "facets.0.name: a built-in facet has this name"],
  ["an unknown kind", { ...success, kind: "number" }, "facets.0.kind: the kind is"],
  ["no question", { ...success, question: " \n" }, "facets.0.question: a text is wanted"],
  ["a long question", { ...success, question: "a".repeat(501) }, "facets.0.question: at most 500"],
  ["values of a rating", { ...success, values: ["a", "b"] }, "facets.0: "],
  ["naming of categories", { ...sector, naming: "short" }, "facets.0: "],
  ["one value alone", { ...sector, values: ["a"] }, "facets.0.values: at least 2"],
  [
    "too many values",
    { ...sector, values: Array.from({ length: 31 }, (_, i) => `value ${i}`) },
    "facets.0.values: at most 30",
  ],
  [
    "a value twice",
    { ...sector, values: ["Health", "school", "health"] },
    "facets.0.values.2: an earlier one",
  ],
])("refuses %s and says where", (_what, facet, message) => {
  expect(() => parse(facet)).toThrow(message);
  expect(() => parse(facet)).toThrow(UsageError);
});

test("refuses a name twice, and more than ten facets", () => {
  expect(() => parse(success, obstacle, success)).toThrow("facets.2: an earlier one");
  const many = Array.from({ length: 11 }, (_, i) => ({ ...success, name: `facet-${i}` }));
  expect(() => parse(...many)).toThrow("at most 10 facets");
});

test("a summary is clustered by its name; another name is answered with those that there are", () => {
  const own = parse(obstacle, success);
  expect(findClusteredFacet("obstacle", own)).toEqual(obstacle);
  expect(findClusteredFacet("task", own)).toBe("task");
  expect(() => findClusteredFacet("mood", own)).toThrow('there is no facet "mood"');
  expect(() => findClusteredFacet("success", own)).toThrow("is of the kind rating");
  expect(() => findClusteredFacet("mood", own)).toThrow(
    expect.objectContaining({ hint: expect.stringContaining("There are: request, task, obstacle.") }),
  );
});
