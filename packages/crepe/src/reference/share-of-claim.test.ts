import { expect, test } from "vitest";
import type { Claim, Denial } from "../captions/render/claim.ts";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import { shareOfClaim, views } from "./share-of-claim.ts";

/** `red dog` and the like, with a relation from the first to the second. */
function toGraph(first: string, predicate: string, second: string): SceneGraph {
  const objects = [first, second].map((words, i) => {
    const [name = "", ...attributes] = words.split(" ").toReversed();
    return { id: `o${i}`, name, attributes, box: null };
  });
  return { objects, relations: [{ subject: "o0", predicate, object: "o1" }] };
}

const scene: SceneGraph = {
  ...toGraph("red dog", "left of", "blue cat"),
  relations: [
    { subject: "o0", predicate: "left of", object: "o1" },
    { subject: "o1", predicate: "right of", object: "o0" },
  ],
};
const seenBy = (graph: SceneGraph, denied: Denial | null = null) => {
  const claim: Claim = { graph, denied };
  return views.map((view) => shareOfClaim(claim, scene, view));
};

test("every view finds all of what is true", () => {
  expect(seenBy(toGraph("red dog", "left of", "blue cat"))).toEqual([1, 1, 1, 1]);
});

test("attributes that changed places are seen by those who bind them", () => {
  expect(seenBy(toGraph("blue dog", "left of", "red cat"))).toEqual([3 / 5, 2 / 4, 1, 1]);
});

test("things that changed places are seen by those who see relations", () => {
  expect(seenBy(toGraph("blue cat", "left of", "red dog"))).toEqual([4 / 5, 1, 4 / 5, 1]);
});

test("another word is seen by all", () => {
  expect(seenBy(toGraph("red horse", "left of", "blue cat")).every((share) => share < 1)).toBe(true);
});

test("only a bag of words takes a denied word for one that is said", () => {
  const denials = [
    [toGraph("green dog", "left of", "blue cat"), { kind: "attribute", object: "o0", attribute: "green" }],
    [toGraph("red horse", "left of", "blue cat"), { kind: "object", object: "o0" }],
    [toGraph("red dog", "above", "blue cat"), { kind: "relation", relation: 0 }],
  ] as const satisfies readonly (readonly [SceneGraph, Denial])[];
  for (const [graph, denied] of denials) expect(seenBy(graph, denied)).toEqual([1, 1, 1, 4 / 5]);
  const untrue = toGraph("red dog", "left of", "blue cat");
  expect(seenBy(untrue, { kind: "attribute", object: "o0", attribute: "red" })).toEqual([0.8, 0.75, 0.8, 1]);
  expect(seenBy(untrue, { kind: "relation", relation: 0 })).toEqual([0.8, 1, 0.8, 1]);
});

test("namesakes are tried in every way, no two on one", () => {
  const twins = toGraph("red dog", "left of", "blue dog");
  const claim = { graph: toGraph("blue dog", "left of", "red dog"), denied: null };
  expect(shareOfClaim(claim, twins, "full")).toBe(4 / 5);
  expect(shareOfClaim({ graph: toGraph("red dog", "left of", "dog"), denied: null }, twins, "full")).toBe(1);
});

test("of nothing nothing is found", () => {
  const nothing = { graph: { objects: [], relations: [] }, denied: null };
  expect(views.map((view) => shareOfClaim(nothing, scene, view))).toEqual([0, 0, 0, 0]);
});
