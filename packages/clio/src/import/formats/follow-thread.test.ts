import * as fc from "fast-check";
import { expect, test } from "vitest";
import { followThread, type ThreadNode } from "./follow-thread.ts";

const ids = (nodes: readonly ThreadNode[]): string => nodes.map((node) => node.id).join("");

/** Nodes from `id<parent`: nothing after the id is no word on the parent, `<` alone is a first one. */
function tree(text: string): ThreadNode[] {
  return text.split(" ").map((entry) => {
    const [id = "", parent] = entry.split("<");
    return { id, parent: parent === "" ? null : parent };
  });
}

function follow(text: string, leaf?: string): string {
  const thread = followThread(tree(text), leaf);
  return ids(thread.nodes) + (thread.isBroken ? " broken" : "");
}

test("the way to the newest leaf is followed, or to the one that is named", () => {
  expect(follow("a< b<a c<b d<a e<d")).toBe("ade");
  expect(follow("a< b<a c<b d<a e<d", "c")).toBe("abc");
  expect(follow("a< b<a c<b d<a e<d", "nobody")).toBe("ade");
  expect(follow("a< b<a x< y<x")).toBe("xy");
});

test("nodes that do not say what they follow stand in their order", () => {
  expect(follow("a b c")).toBe("abc");
});

test("a node whose parent is missing follows the one before it", () => {
  expect(follow("a< b<a c<gone d<c")).toBe("abcd broken");
  expect(follow("a<gone b<a")).toBe("ab");
});

test("a circle becomes its nodes in order", () => {
  expect(follow("a<c b<a c<b d<c")).toBe("abcd broken");
  expect(follow("a<a")).toBe("a broken");
  expect(follow("a<b b<a")).toBe("ab broken");
});

test("of nodes with one id the first counts", () => {
  expect(follow("a< b<a a<b c<b")).toBe("abc");
  expect(followThread([])).toEqual({ nodes: [], isBroken: false });
});

test("whatever the parents, the way ends, holds no node twice, and holds its leaf", () => {
  const node = fc.record({
    id: fc.nat(30).map(String),
    parent: fc.option(
      fc.option(
        fc.nat(33).map((id) => `${id}`),
        { nil: undefined },
      ),
    ),
  });
  fc.assert(
    fc.property(fc.array(node, { minLength: 1, maxLength: 40 }), (nodes) => {
      const { nodes: way } = followThread(nodes);
      expect(new Set(way.map(({ id }) => id)).size).toBe(way.length);
      expect(way.length).toBeGreaterThan(0);
      for (const { id } of nodes)
        expect(followThread(nodes, id).nodes.some((step) => step.id === id)).toBe(true);
    }),
  );
});

test("a chain of a hundred thousand, a circle as long and a star are followed at once", () => {
  const count = 100_000;
  const chain = Array.from({ length: count }, (_, i) => ({
    id: `${i}`,
    parent: i === 0 ? null : `${i - 1}`,
  }));
  expect(followThread(chain).nodes.length).toBe(count);
  const circle = chain.map((node) => ({ ...node, parent: node.parent ?? `${count - 1}` }));
  expect(followThread(circle)).toMatchObject({ isBroken: true, nodes: { length: count } });
  const star = chain.map((node) => ({ ...node, parent: node.parent === null ? null : "0" }));
  expect(ids(followThread(star).nodes)).toBe(`0${count - 1}`);
});
