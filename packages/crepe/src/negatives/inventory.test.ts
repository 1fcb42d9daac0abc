import { describe, expect, test } from "vitest";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import { collectInventory, isPartOfThing, isPlausible } from "./inventory.ts";

const says = (subject: string, predicate: string, object: string, ...attributes: string[]): SceneGraph => ({
  objects: [
    { id: "1", name: subject, attributes: [], box: null },
    { id: "2", name: object, attributes, box: null },
  ],
  relations: [{ subject: "1", predicate, object: "2" }],
});
const nothing: SceneGraph = { objects: [], relations: [] };
const copies = (count: number, graph: SceneGraph) => Array.from({ length: count }, () => graph);

describe("isPlausible", () => {
  const inventory = collectInventory([
    ...copies(2000, says("man", "wear", "hat", "black")),
    ...copies(1000, says("woman", "wearing", "scarf", "leather")),
    ...copies(1000, says("boy", "on", "stairs")),
  ]);

  test("knows what is said of things of a kind, in any wording of the verb", () => {
    expect(isPlausible(says("woman", "wears", "hat"), nothing, inventory)).toBe(true);
    expect(isPlausible(says("man", "wearing", "stairs"), nothing, inventory)).toBe(false);
    expect(isPlausible(says("hat", "wear", "man"), nothing, inventory)).toBe(false);
  });

  test("knows which attributes a thing has, or by kind whether it has any of the set", () => {
    expect(isPlausible(says("man", "wear", "scarf", "leather"), nothing, inventory)).toBe(true);
    expect(isPlausible(says("man", "wear", "hat", "leather"), nothing, inventory)).toBe(false);
    expect(isPlausible(says("man", "wear", "hat", "red"), nothing, inventory)).toBe(false);
    expect(isPlausible(says("man", "wear", "hat", "red"), nothing, inventory, { byKind: true })).toBe(true);
  });

  test("asks nothing of what the other graph says already", () => {
    const odd = says("hat", "wear", "man");
    expect(isPlausible(odd, odd, inventory)).toBe(true);
  });

  test("judges nothing by a small source", () => {
    const few = collectInventory(copies(20, says("man", "wear", "hat")));
    expect(isPlausible(says("hat", "wear", "man"), nothing, few)).toBe(true);
  });
});

test("tells parts of things from what persons have with them", () => {
  expect(isPartOfThing(says("house", "with", "window"), "2")).toBe(true);
  expect(isPartOfThing(says("window", "of", "house"), "1")).toBe(true);
  expect(isPartOfThing(says("woman", "with", "umbrella"), "2")).toBe(false);
  expect(isPartOfThing(says("house", "near", "window"), "2")).toBe(false);
});
