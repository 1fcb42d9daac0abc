import fc from "fast-check";
import { expect, test } from "vitest";
import { layOutGraph } from "./graph-layout.ts";

const thing = (id: string, attributes: string[] = []) => ({ id, name: id, attributes, box: null });
const link = (subject: string, object: string) => ({ subject, predicate: "near", object });

test("puts subjects above what they relate to", () => {
  const { nodes } = layOutGraph({
    objects: ["key", "stool", "star"].map((id) => thing(id)),
    relations: [link("star", "stool"), link("stool", "key")],
  });
  const y = (name: string) => nodes.find(({ id }) => id === name)?.y ?? 0;
  expect(y("star")).toBeLessThan(y("stool"));
  expect(y("stool")).toBeLessThan(y("key"));
});

test("bends an arrow round the things between", () => {
  const { nodes, edges } = layOutGraph({
    objects: ["a", "b", "c"].map((id) => thing(id)),
    relations: [link("a", "b"), link("b", "c"), link("c", "a")],
  });
  const [, middle] = nodes.toSorted((a, b) => a.y - b.y);
  const back = edges.find(({ subject, object }) => subject !== middle?.id && object !== middle?.id);
  expect(Math.abs((back?.labelX ?? 0) - (middle?.x ?? 0))).toBeGreaterThan((middle?.width ?? 0) / 2);
});

test("draws every graph once, inside its frame, with no two things over each other", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const graphs = fc.record({
    objects: fc
      .uniqueArray(fc.constantFrom(...ids), { minLength: 1 })
      .map((chosen) => chosen.map((id) => thing(id, id < "c" ? ["very large", "striped"] : []))),
    relations: fc.array(
      fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).map(([from, to]) => link(from, to)),
      { maxLength: 8 },
    ),
  });
  fc.assert(
    fc.property(graphs, (graph) => {
      const { left, top, width, height, nodes, edges } = layOutGraph(graph);
      const known = new Set(graph.objects.map(({ id }) => id));
      expect(nodes.map(({ id }) => id).toSorted()).toEqual([...known].toSorted());
      expect(edges).toHaveLength(
        graph.relations.filter(({ subject, object }) => known.has(subject) && known.has(object)).length,
      );
      for (const node of nodes) {
        expect(node.x - node.width / 2).toBeGreaterThanOrEqual(left);
        expect(node.x + node.width / 2).toBeLessThanOrEqual(left + width);
        expect(node.y - node.height / 2).toBeGreaterThanOrEqual(top);
        expect(node.y + node.height / 2).toBeLessThanOrEqual(top + height);
        for (const other of nodes)
          if (other !== node)
            expect(
              Math.abs(node.x - other.x) >= (node.width + other.width) / 2 ||
                Math.abs(node.y - other.y) >= (node.height + other.height) / 2,
            ).toBe(true);
      }
      for (const { path, labelX, labelY } of edges) {
        expect(path).not.toMatch(/NaN|Infinity/u);
        expect(labelX).toBeGreaterThanOrEqual(left);
        expect(labelY).toBeLessThanOrEqual(top + height);
      }
    }),
  );
});
