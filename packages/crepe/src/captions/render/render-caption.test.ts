import { createRandom } from "@observatory/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SceneGraph } from "../../scene-graph/scene-graph.ts";
import { captionStyles, type CaptionStyle } from "./caption-plan.ts";
import { renderCaption, renderClaim } from "./render-caption.ts";

const kitchen: SceneGraph = {
  objects: [
    { id: "cat", name: "cat", attributes: ["orange", "small"], box: null },
    { id: "mat", name: "mat", attributes: ["wooden"], box: null },
    { id: "boats", name: "boats", attributes: ["2"], box: null },
    { id: "other", name: "cat", attributes: [], box: null },
  ],
  relations: [
    { subject: "cat", predicate: "sit on", object: "mat" },
    { subject: "cat", predicate: "have", object: "boats" },
    { subject: "mat", predicate: "left of", object: "other" },
  ],
};
const plan = {
  clauses: [
    { subject: "cat", relations: [0, 1] },
    { subject: "mat", relations: [2] },
  ],
  frame: "",
  verbose: false,
};

describe("renderCaption", () => {
  test.each<[CaptionStyle, string]>([
    [
      "plain",
      "a small orange cat sitting on a wooden mat and with two boats, and with the mat to the left of another cat",
    ],
    [
      "sentence",
      "a small orange cat is sitting on a wooden mat and has two boats, and the mat is to the left of another cat",
    ],
    [
      "there-is",
      "there is a small orange cat sitting on a wooden mat and with two boats, and the mat is to the left of another cat",
    ],
    [
      "fronted",
      "a small orange cat is sitting on a wooden mat and has two boats, and to the left of another cat is the mat",
    ],
    [
      "relative",
      "a cat that is small and orange, is sitting on a wooden mat and has two boats, and where the mat is to the left of another cat",
    ],
    [
      "telegraphic",
      "small orange cat sitting on wooden mat and with two boats, mat to the left of another cat",
    ],
    [
      "listing",
      "a small orange cat, a wooden mat, two boats and another cat, where the first cat is sitting on the mat and has the boats, and the mat is to the left of the second cat",
    ],
  ])("words a graph in the style %s", (style, text) => {
    expect(renderClaim({ graph: kitchen, denied: null }, { ...plan, style }).text).toBe(text);
  });

  test.each<[CaptionStyle, string]>([
    [
      "plain",
      "a small cat that is not orange, is sitting on a wooden mat and has two boats, and with the mat to the left of another cat",
    ],
    [
      "sentence",
      "a small cat that is not orange is sitting on a wooden mat and has two boats, and the mat is to the left of another cat",
    ],
  ])("denies an attribute in the style %s", (style, text) => {
    const denied = { kind: "attribute", object: "cat", attribute: "orange" } as const;
    expect(renderClaim({ graph: kitchen, denied }, { ...plan, style }).text).toBe(text);
  });

  test("names a thing alone where it cannot be read as the end of another phrase", () => {
    const graph: SceneGraph = {
      objects: ["camera", "snail", "hoop"].map((name) => ({ id: name, name, attributes: [], box: null })),
      relations: [{ subject: "camera", predicate: "far from", object: "snail" }],
    };
    const clauses = [
      { subject: "camera", relations: [0] },
      { subject: "hoop", relations: [] },
    ];
    const words = (style: CaptionStyle, told = graph) =>
      renderClaim({ graph: told, denied: null }, { ...plan, clauses, style }).text;
    expect(words("telegraphic")).toBe("hoop, camera far from snail");
    expect(words("plain")).toBe("a camera far from a snail, and a hoop");
  });

  test("joins two nouns without a comma", () => {
    const objects = ["camera", "hoop"].map((name) => ({ id: name, name, attributes: [], box: null }));
    const clauses = objects.map(({ id }) => ({ subject: id, relations: [] }));
    const claim = { graph: { objects, relations: [] }, denied: null };
    expect(renderClaim(claim, { ...plan, clauses, style: "plain" }).text).toBe("a camera and a hoop");
  });

  test("denies a relation last in its clause", () => {
    const words = (style: CaptionStyle, relation: number) =>
      renderClaim({ graph: kitchen, denied: { kind: "relation", relation } }, { ...plan, style }).text;
    expect(words("plain", 0)).toMatch(/^a small orange cat with two boats and not sitting on a wooden mat/u);
    expect(words("sentence", 1)).toContain("is sitting on a wooden mat and does not have two boats");
  });

  test("says every atom of any graph exactly once, in every style", () => {
    fc.assert(
      fc.property(anyGraph, fc.constantFrom(...captionStyles), fc.integer(), (graph, style, seed) => {
        const { tokens, text } = renderCaption(graph, { style, random: createRandom(seed) });
        const said = tokens.flatMap(({ atom, mention }) =>
          mention === "first" ? [JSON.stringify(atom)] : [],
        );
        const atoms = [
          ...graph.objects.map(({ id }) => ({ role: "object", object: id })),
          ...graph.objects.flatMap(({ id, attributes }) =>
            attributes.map((attribute) => ({ role: "attribute", object: id, attribute })),
          ),
          ...graph.relations.map((_, relation) => ({ role: "relation", relation })),
        ].map((atom) => JSON.stringify(atom));
        expect(said.toSorted()).toEqual(atoms.toSorted());
        expect(text).not.toMatch(/ {2}| ,|\ba [aeio]|\ban [bcdfgmt]/u);
      }),
      { numRuns: 150 },
    );
  });

  test("comes nearer to a wanted length", () => {
    const length = (words: number) =>
      renderCaption(kitchen, { style: "sentence", random: createRandom(1), words }).text.split(" ").length;
    expect(length(40)).toBeGreaterThan(length(5));
  });

  test("refuses relations of unknown objects", () => {
    const graph = { ...kitchen, relations: [{ subject: "cat", predicate: "on", object: "nowhere" }] };
    expect(() => renderCaption(graph, { style: "plain", random: createRandom(1) })).toThrow(/relation 1/u);
  });
});

const anyGraph: fc.Arbitrary<SceneGraph> = fc
  .array(
    fc.record({
      name: fc.constantFrom("cat", "dogs", "apple", "water", "sky", "teddy bear", "hour glass"),
      attributes: fc.uniqueArray(
        fc.constantFrom("red", "orange", "wooden", "large", "group of", "standing", "in the distance"),
        { maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .chain((objects) =>
    fc
      .array(
        fc.tuple(
          fc.nat(objects.length - 1),
          fc.constantFrom("on", "have", "left of", "wear", "parked on", "contain"),
          fc.nat(objects.length - 1),
        ),
        { maxLength: 6 },
      )
      .map((relations) => ({
        objects: objects.map((object, index) => ({ ...object, id: String(index), box: null })),
        relations: relations.map(([subject, predicate, object]) => ({
          subject: String(subject),
          predicate,
          object: String(object),
        })),
      })),
  );
