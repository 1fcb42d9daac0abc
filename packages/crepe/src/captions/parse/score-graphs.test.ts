import { expect, test } from "vitest";
import type { SceneGraph } from "../../scene-graph/scene-graph.ts";
import { scoreGraphs } from "./score-graphs.ts";

const object = (id: string, name: string, ...attributes: string[]): SceneGraph["objects"][number] => ({
  id,
  name,
  attributes,
  box: null,
});

const gold: SceneGraph = {
  objects: [object("a", "Dogs", "brown", "2"), object("b", "bench"), object("c", "bench")],
  relations: [{ subject: "a", predicate: "sitting on", object: "b" }],
};

test("compares lemmas, not ids or order", () => {
  const same: SceneGraph = {
    objects: [object("x", "bench"), object("y", "bench"), object("z", "dog", "2", "brown")],
    relations: [{ subject: "z", predicate: "sit on", object: "y" }],
  };
  expect(scoreGraphs([same], [gold])).toMatchObject({
    graphs: 1,
    exact: 1,
    objects: { f1: 1 },
    attributes: { f1: 1 },
    relations: { f1: 1 },
  });
});

test("counts over all graphs: a worked case", () => {
  const predicted: SceneGraph = {
    objects: [object("o0", "dog", "brown", "wet", "big"), object("o1", "bench")],
    relations: [],
  };
  expect(scoreGraphs([predicted, gold], [gold, gold])).toEqual({
    graphs: 2,
    objects: { predicted: 5, gold: 6, matched: 5, precision: 1, recall: 5 / 6, f1: 10 / 11 },
    attributes: { predicted: 5, gold: 4, matched: 3, precision: 3 / 5, recall: 3 / 4, f1: 6 / 9 },
    relations: { predicted: 1, gold: 2, matched: 1, precision: 1, recall: 1 / 2, f1: 2 / 3 },
    exact: 1 / 2,
  });
});

test("a rate of nothing is null", () => {
  expect(scoreGraphs([], [])).toMatchObject({
    exact: null,
    objects: { precision: null, recall: null, f1: null },
  });
});

test("refuses lists of unequal length", () => {
  expect(() => scoreGraphs([gold], [])).toThrow(RangeError);
});
