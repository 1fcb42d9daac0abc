import { expect, test } from "vitest";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import { renameObject, replaceAttribute, replacePredicate } from "./edit-graph.ts";

test("an edited word loses the sense of the word before it, all others keep theirs", () => {
  const bat = {
    id: "1",
    name: "bat",
    attributes: ["hard", "light"],
    box: null,
    synset: "bat.n.05",
    attributeSynsets: { hard: "hard.a.03", light: "light.a.01" },
  };
  const relation = { subject: "1", predicate: "on", object: "2", synset: "along.r.01" };
  const graph: SceneGraph = { objects: [bat, { ...bat, id: "2" }], relations: [relation, relation] };

  const { synset: _, ...senseless } = bat;
  expect(renameObject(graph, "1", "cat").objects).toEqual([
    { ...senseless, name: "cat" },
    { ...bat, id: "2" },
  ]);
  expect(replaceAttribute(graph, "1", "hard", "soft").objects).toEqual([
    { ...bat, attributes: ["soft", "light"], attributeSynsets: { light: "light.a.01" } },
    { ...bat, id: "2" },
  ]);
  expect(replacePredicate(graph, 0, "under").relations).toEqual([
    { subject: "1", predicate: "under", object: "2" },
    relation,
  ]);
});
