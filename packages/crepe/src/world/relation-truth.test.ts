import { expect, test } from "vitest";
import type { Box } from "../scene-graph/scene-graph.ts";
import { relationTruth } from "./relation-truth.ts";

type Pair = readonly [name: string, size: "large" | "small", box: readonly [number, number, number, number]];

/** Judges a against b; a is drawn last. */
function judge(predicate: string, a: Pair, b: Pair): boolean | null {
  const toObject = (id: string, [name, size, [x, y, width, height]]: Pair) => {
    const box: Box = { x, y, width, height };
    return { id, name, attributes: [size, "red"], box };
  };
  const graph = { objects: [toObject("a", a), toObject("b", b)], relations: [] };
  return relationTruth({ graph, layers: ["b", "a"] }, "a", predicate, "b");
}

const dog: Pair = ["dog", "large", [100, 100, 60, 60]];

test("left of holds for a clear gap along the row, not on the diagonal, and is false past the middle", () => {
  expect(judge("left of", ["cat", "large", [30, 100, 60, 60]], dog)).toBe(true);
  expect(judge("left of", ["cat", "large", [38, 100, 60, 60]], dog)).toBe(null); // a gap of 2
  expect(judge("left of", ["cat", "large", [30, 160, 60, 60]], dog)).toBe(null); // 60 across, 70 along
  expect(judge("left of", ["cat", "large", [100, 10, 60, 60]], dog)).toBe(false);
  expect(judge("left of", ["cat", "large", [90, 10, 60, 60]], dog)).toBe(null); // 10 to the left, straight above
  expect(judge("left of", ["cat", "large", [164, 100, 60, 60]], dog)).toBe(false);
});

test("above is measured downwards from the top", () => {
  expect(judge("above", ["cat", "large", [100, 20, 60, 60]], dog)).toBe(true);
  expect(judge("below", ["cat", "large", [100, 20, 60, 60]], dog)).toBe(false);
  expect(judge("below", ["cat", "small", [110, 180, 32, 32]], dog)).toBe(true);
});

test("next to means side by side at a small gap", () => {
  expect(judge("next to", ["cat", "large", [30, 100, 60, 60]], dog)).toBe(true);
  expect(judge("next to", ["cat", "large", [10, 100, 60, 60]], dog)).toBe(null); // a gap of 30
  expect(judge("next to", ["cat", "small", [20, 100, 32, 32]], dog)).toBe(false); // a gap of 48
  expect(judge("next to", ["cat", "large", [100, 30, 60, 60]], dog)).toBe(null); // above at a small gap
});

test("far from goes by the distance of the centres", () => {
  expect(judge("far from", ["cat", "small", [0, 0, 32, 32]], ["dog", "large", [150, 0, 32, 32]])).toBe(true);
  expect(judge("far from", ["cat", "small", [0, 0, 32, 32]], ["dog", "large", [100, 0, 32, 32]])).toBe(null);
  expect(judge("far from", ["cat", "small", [0, 0, 32, 32]], ["dog", "large", [80, 0, 32, 32]])).toBe(false);
});

test("inside needs a container, and settles directions and distances", () => {
  const hoop: Pair = ["hoop", "large", [100, 100, 64, 64]];
  const guest: Pair = ["cat", "small", [116, 116, 32, 32]];
  expect(judge("inside", guest, hoop)).toBe(true);
  expect(judge("inside", guest, ["dog", "large", [100, 100, 64, 64]])).toBe(null);
  expect(judge("inside", ["cat", "small", [0, 0, 32, 32]], hoop)).toBe(false);
  expect(judge("inside", hoop, guest)).toBe(false);
  for (const predicate of ["left of", "above", "next to", "far from"])
    expect(judge(predicate, guest, hoop)).toBe(false);
  expect(judge("in front of", guest, hoop)).toBe(null);
});

test("on needs a support and its top edge", () => {
  const table: Pair = ["table", "large", [80, 150, 64, 32]];
  expect(judge("on", ["cat", "small", [96, 118, 32, 32]], table)).toBe(true);
  expect(judge("above", ["cat", "small", [96, 118, 32, 32]], table)).toBe(null);
  expect(judge("on", ["cat", "small", [96, 113, 32, 32]], table)).toBe(null); // five above the top
  expect(judge("on", ["cat", "small", [96, 100, 32, 32]], table)).toBe(false);
  expect(judge("on", ["cat", "small", [10, 118, 32, 32]], table)).toBe(false);
  expect(judge("on", ["cat", "small", [96, 190, 32, 32]], table)).toBe(false);
});

test("in front of goes by the layers of what overlaps", () => {
  expect(judge("in front of", ["cat", "large", [70, 100, 60, 60]], dog)).toBe(true);
  expect(judge("behind", ["cat", "large", [70, 100, 60, 60]], dog)).toBe(false);
  expect(judge("in front of", ["cat", "large", [42, 100, 60, 60]], dog)).toBe(null); // a sliver of 2
  expect(judge("in front of", ["cat", "large", [30, 100, 60, 60]], dog)).toBe(false);
});

test("bigger than needs another size and twice the area", () => {
  expect(judge("bigger than", dog, ["cat", "small", [0, 0, 32, 32]])).toBe(true);
  expect(judge("bigger than", ["key", "large", [0, 0, 64, 20]], ["cat", "small", [100, 0, 32, 32]])).toBe(
    null,
  );
  expect(judge("bigger than", ["cat", "large", [0, 0, 60, 60]], dog)).toBe(false);
  expect(judge("bigger than", dog, ["key", "large", [0, 0, 60, 20]])).toBe(null);
  expect(judge("smaller than", ["cat", "small", [0, 0, 32, 32]], dog)).toBe(true);
});

test("what is not of the scene is not known", () => {
  expect(judge("chasing", dog, ["cat", "small", [0, 0, 32, 32]])).toBe(null);
  expect(relationTruth({ graph: { objects: [], relations: [] }, layers: [] }, "a", "on", "b")).toBe(null);
});
