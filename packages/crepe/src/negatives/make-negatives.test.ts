import { createRandom } from "@observatory/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { captionStyles } from "../captions/render/caption-plan.ts";
import { renderCaption, renderClaim } from "../captions/render/render-caption.ts";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import { makeNegatives, negativeTypes, toTextKey } from "./make-negatives.ts";
import { denyTruly } from "./propose-negations.ts";
import { emptyInventory } from "./inventory.ts";
import { createLexicon } from "./wordnet/lexicon.ts";
import { judgeClaim } from "./prove-false.ts";

const inventory = {
  ...emptyInventory,
  objects: ["ball", "box", "cat", "dog", "mat", "star"],
  attributes: ["black", "blue", "large", "red", "small"],
};
const thing = (id: string, name: string, ...attributes: string[]) => ({ id, name, attributes, box: null });

describe("makeNegatives", () => {
  test("replaces one atom by a member of its closed set", () => {
    const graph: SceneGraph = {
      objects: [thing("1", "cat", "black"), thing("2", "mat")],
      relations: [{ subject: "1", predicate: "on", object: "2" }],
    };
    const caption = renderClaim(
      { graph, denied: null },
      { style: "plain", clauses: [{ subject: "1", relations: [0] }], frame: "", verbose: false },
    );
    const negatives = makeNegatives(graph, caption, {
      type: "atom",
      count: 3,
      closedWorld: false,
      strict: true,
      random: createRandom(1),
      inventory: { ...inventory, attributes: ["black", "red"] },
    });
    expect(
      negatives.map(({ text, edit, falsity }) => `${text}: ${edit.rule}, ${falsity}`).toSorted(),
    ).toEqual([
      "a black cat below a mat: preposition, contradicted",
      "a black cat under a mat: preposition, contradicted",
      "a red cat on a mat: colour, contradicted",
    ]);
  });

  test("refuses swaps that change nothing", () => {
    const alike: SceneGraph = {
      objects: [thing("1", "cat", "red"), thing("2", "cat", "blue")],
      relations: [{ subject: "1", predicate: "next to", object: "2" }],
    };
    const caption = renderCaption(alike, { style: "sentence", random: createRandom(1) });
    expect(
      makeNegatives(alike, caption, { type: "swap", count: 9, closedWorld: true, random: createRandom(1) }),
    ).toEqual([]);
    const symmetric: SceneGraph = {
      objects: [thing("1", "cat"), thing("2", "dog")],
      relations: [{ subject: "1", predicate: "next to", object: "2" }],
    };
    const other = renderCaption(symmetric, { style: "sentence", random: createRandom(1) });
    expect(
      makeNegatives(symmetric, other, { type: "swap", count: 9, closedWorld: true, random: createRandom(1) }),
    ).toEqual([]);
  });

  test("is the same for the same seed, and never repeats the caption or a negative", () => {
    fc.assert(
      fc.property(
        anyScene,
        fc.constantFrom(...negativeTypes),
        fc.constantFrom(...captionStyles),
        fc.integer(),
        (graph, type, style, seed) => {
          const caption = renderCaption(graph, { style, random: createRandom(seed) });
          const make = () =>
            makeNegatives(graph, caption, {
              type,
              count: 5,
              closedWorld: true,
              random: createRandom(seed),
              inventory,
            });
          const negatives = make();
          expect(make()).toEqual(negatives);
          const keys = [caption, ...negatives].map(({ text }) => toTextKey(text));
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
      { numRuns: 50 },
    );
  });

  test("true denials are true, with one word of negation as in their negatives", () => {
    fc.assert(
      fc.property(anyScene, fc.constantFrom(...captionStyles), fc.integer(), (graph, style, seed) => {
        const claim = denyTruly(graph, {
          scene: graph,
          closedWorld: true,
          inventory,
          lexicon: null,
          random: createRandom(seed),
        });
        fc.pre(claim !== null);
        expect(judgeClaim(graph, claim, { closedWorld: true })).toBe("true");
        const caption = renderClaim(claim, renderCaption(graph, { style, random: createRandom(seed) }).plan);
        const negatives = makeNegatives(graph, caption, {
          type: "negate",
          count: 5,
          closedWorld: true,
          random: createRandom(seed),
          inventory,
        });
        for (const { text } of [caption, ...negatives])
          expect(text.match(/\b(?:not|no|without)\b/gu)).toHaveLength(1);
      }),
      { numRuns: 50 },
    );
  });
});

describe("foils in an open world", () => {
  const lexicon = createLexicon();
  const foilsOf = (graph: SceneGraph) =>
    makeNegatives(graph, renderCaption(graph, { style: "sentence", random: createRandom(1) }), {
      type: "atom",
      count: 99,
      closedWorld: false,
      random: createRandom(1),
      lexicon,
    })
      .filter(({ edit }) => edit.role === "object")
      .map(({ edit }) => edit.to);

  test("are of the thing's own kind, and no other name for it", () => {
    const foils = foilsOf({ objects: [thing("1", "street")], relations: [] });
    expect(foils).toContain("beach");
    for (const name of ["road", "highway", "sidewalk", "table"]) expect(foils).not.toContain(name);
  });

  test("are not made for parts: a zebra with a mouth has legs too", () => {
    const graph: SceneGraph = {
      objects: [thing("1", "zebra"), thing("2", "mouth")],
      relations: [{ subject: "1", predicate: "with", object: "2" }],
    };
    expect(foilsOf(graph)).not.toContain("leg");
    expect(foilsOf({ ...graph, objects: [thing("1", "house"), thing("2", "window")] })).not.toContain("door");
  });

  test("name nothing that the scene may show under another name", () => {
    const graph = { objects: [thing("1", "dog"), thing("2", "cup"), thing("3", "bottle")], relations: [] };
    expect(foilsOf(graph)).not.toContain("mug");
  });
});

const anyScene: fc.Arbitrary<SceneGraph> = fc
  .array(
    fc.record({
      name: fc.constantFrom("cat", "dog", "mat", "box"),
      attributes: fc.tuple(fc.constantFrom("red", "blue", "black"), fc.constantFrom("large", "small")),
    }),
    { minLength: 2, maxLength: 4 },
  )
  .chain((objects) =>
    fc
      .uniqueArray(
        fc.tuple(fc.nat(objects.length - 1), fc.nat(objects.length - 1)).filter(([a, b]) => a < b),
        { maxLength: 3, selector: String },
      )
      .chain((pairs) =>
        fc
          .array(fc.constantFrom("on", "left of", "next to", "above"), {
            minLength: pairs.length,
            maxLength: pairs.length,
          })
          .map((predicates) => ({
            objects: objects.map((object, index) => ({
              ...object,
              attributes: [...object.attributes],
              id: String(index),
              box: null,
            })),
            relations: pairs.map(([subject, object], index) => ({
              subject: String(subject),
              predicate: predicates[index] ?? "on",
              object: String(object),
            })),
          })),
      ),
  );
