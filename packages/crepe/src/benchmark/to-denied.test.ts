import { expect, test } from "vitest";
import type { Claim, Denial } from "../captions/render/claim.ts";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import { toClaim, toDenied } from "./to-denied.ts";

const actual: SceneGraph = {
  objects: [
    { id: "o1", name: "dog", attributes: ["large", "red"], box: null },
    { id: "o2", name: "cat", attributes: [], box: null },
  ],
  relations: [{ subject: "o1", predicate: "above", object: "o2" }],
};
const dog = { id: "o1", name: "dog", attributes: ["large", "red"], box: null };
const cat = { id: "o2", name: "cat", attributes: [], box: null };

test.each<[Partial<SceneGraph>, Denial | null]>([
  [{}, null],
  [
    { objects: [{ ...dog, attributes: ["large", "blue"] }, cat] },
    { kind: "attribute", object: "o1", attribute: "blue" },
  ],
  [{ objects: [dog, { ...cat, name: "bird" }] }, { kind: "object", object: "o2" }],
  [{ relations: [{ subject: "o1", predicate: "left of", object: "o2" }] }, { kind: "relation", relation: 0 }],
])("an item gives back the claim of its caption: %j", (said, denied) => {
  const claim: Claim = { graph: { ...actual, ...said }, denied };
  expect(toClaim({ graph: actual, ...toDenied(claim, actual) })).toEqual(claim);
});
