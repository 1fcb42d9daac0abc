import fc from "fast-check";
import { expect, test } from "vitest";
import { buildTree, toPaths } from "./build-tree.ts";

test("nested cuts become a tree from the top down", () => {
  const nodes = buildTree([
    [0, 1, 2, 3],
    [0, 0, 1, 1],
  ]);
  expect(nodes).toEqual([
    { level: 1, parent: null, bases: [0, 1] },
    { level: 0, parent: 0, bases: [0] },
    { level: 0, parent: 0, bases: [1] },
    { level: 1, parent: null, bases: [2, 3] },
    { level: 0, parent: 3, bases: [2] },
    { level: 0, parent: 3, bases: [3] },
  ]);
});

test("a parent of one child is left out and the child stands in its place", () => {
  const nodes = buildTree([
    [0, 1, 2],
    [0, 0, 1],
    [0, 0, 1],
  ]);
  expect(nodes.map((node) => [node.level, node.parent])).toEqual([
    [1, null],
    [0, 0],
    [0, 0],
    [0, null],
  ]);
});

test("every base cluster has a path, every parent at least two children, levels fall along every path", () => {
  const cutsOf = (base: number, factors: readonly number[]): number[][] => {
    let labels = Array.from({ length: base }, (_, index) => index);
    return [labels, ...factors.map((factor) => (labels = labels.map((label) => Math.floor(label / factor))))];
  };
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
      (base, factors) => {
        const nodes = buildTree(cutsOf(base, factors));
        const paths = toPaths(nodes, base);
        expect(paths.every((path) => path.length > 0)).toBe(true);
        expect(paths.map((path) => nodes[path.at(-1) ?? -1]?.bases)).toEqual(
          paths.map((_, index) => [index]),
        );
        for (const path of paths) {
          const levels = path.map((index) => nodes[index]?.level ?? -1);
          expect(levels).toEqual(levels.toSorted((a, b) => b - a));
          expect(new Set(levels).size).toBe(levels.length);
        }
        nodes.forEach((node, index) => {
          if (node.level > 0)
            expect(nodes.filter((child) => child.parent === index).length).toBeGreaterThan(1);
        });
      },
    ),
  );
});
