import { describe, expect, test } from "vitest";
import { describeRule } from "./describe-edit.ts";
import { describeProof } from "./describe-proof.ts";
import { formatPoints } from "./format-points.ts";
import { inkOn } from "./ink.ts";

const graph = {
  objects: [
    { id: "o0", name: "hat", attributes: ["large", "red"], box: null },
    { id: "o1", name: "cup", attributes: [], box: null },
  ],
  relations: [{ subject: "o0", predicate: "left of", object: "o1" }],
};
const negative = (falsity: "contradicted" | "absent" | "unknown", objects: string[]) => ({
  text: "a blue hat",
  type: "atom" as const,
  falsity,
  edit: { rule: "colour", role: "attribute" as const, from: "red", to: "blue", objects },
});

describe("describeProof", () => {
  test.each([
    ["contradicted", ["o0"], "False: the scene has large red hat, which excludes it."],
    ["contradicted", ["gone"], "False: the scene says the opposite, or something that excludes it."],
    [
      "absent",
      ["o0", "o1"],
      "False: the scene has large red hat, cup, hat left of cup; nothing in the scene fits it, and the scene is known completely.",
    ],
    ["unknown", [], "Likely false: nothing in the graph fits it, but the graph may leave things out."],
  ] as const)("of %s, touching %j", (falsity, objects, expected) => {
    expect(describeProof(negative(falsity, [...objects]), { graph })).toBe(expected);
  });
});

test("rules are told in words, one after the other; unknown ones keep their name", () => {
  expect(describeRule("colour+antonym+colour")).toBe("another colour, then an antonym");
  expect(describeRule("new-rule")).toBe("new rule");
});

test("points have a sign, and nothing has none", () => {
  expect([0.1234, -0.005, 0.0001, -1e-17].map(formatPoints)).toEqual(["+12.3", "−0.5", "±0.0", "±0.0"]);
});

test("ink is black on light colours and white on dark ones", () => {
  expect(["#ffffff", "#9d84ca", "#43217c", "#000000"].map(inkOn)).toEqual([
    "#000000",
    "#000000",
    "#ffffff",
    "#ffffff",
  ]);
});
