import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  agreements,
  filterNames,
  hasTraits,
  hasVerdicts,
  parseItemFilter,
  toFilterParameters,
} from "./item-filter.ts";

const traits = {
  types: ["atom"],
  n: "4",
  splits: ["web:SC"],
  rules: ["antonym", "colour"],
  falsities: ["absent"],
  style: "plain",
};
const item = { id: "world-1/atom", caption: "a red hat" };
const passes = (parameters: Record<string, string>) => hasTraits(parseItemFilter(parameters), traits, item);

describe("hasTraits", () => {
  test.each([
    { type: "atom" },
    { n: "4", split: "web:SC" },
    { rule: "colour", falsity: "absent", style: "plain" },
    { query: "RED world" },
    { type: "", unknown: "x" },
  ])("lets pass what fits %j", (parameters) => {
    expect(passes(Object.fromEntries(Object.entries(parameters)))).toBe(true);
  });

  test.each([{ type: "swap" }, { n: "5" }, { split: "web:UC" }, { rule: "size" }, { query: "red cat" }])(
    "stops what does not fit %j",
    (parameters) => {
      expect(passes(Object.fromEntries(Object.entries(parameters)))).toBe(false);
    },
  );
});

describe("hasVerdicts", () => {
  const verdicts: Record<string, boolean> = { good: true, poor: false };
  const isRight = (scorer: string) => verdicts[scorer];
  const agree = (parameters: Record<string, string>, counted = ["good", "poor"]) =>
    hasVerdicts(parseItemFilter(parameters), isRight, counted);

  test("compares two scorers; one without scores is neither right nor wrong", () => {
    expect(agree({ right: "good", wrong: "poor" })).toBe(true);
    expect(agree({ right: "poor" })).toBe(false);
    expect(agree({ right: "absent" })).toBe(false);
    expect(agree({ wrong: "absent" })).toBe(false);
  });

  test("asks how many of those that count are right", () => {
    expect(agree({ agreement: "some-wrong" })).toBe(true);
    expect(agree({ agreement: "all-right" }, ["good"])).toBe(true);
    expect(agree({ agreement: "all-wrong" }, ["poor"])).toBe(true);
    expect(agree({ agreement: "all-wrong" }, ["absent"])).toBe(false);
  });
});

test("a filter comes back from its parameters", () => {
  const part = fc.constantFrom("", "a", "web:SC", "a b");
  fc.assert(
    fc.property(
      fc.record(Object.fromEntries(filterNames.map((name) => [name, part]))),
      fc.constantFrom("", ...agreements),
      (parameters, agreement) => {
        const filter = parseItemFilter({ ...parameters, agreement });
        expect(parseItemFilter(toFilterParameters(filter))).toEqual(filter);
      },
    ),
  );
});
