import type { SceneGraph, SceneObject } from "../scene-graph/scene-graph.ts";

/** The graph with some objects changed. */
export function changeObjects(graph: SceneGraph, change: (object: SceneObject) => SceneObject): SceneGraph {
  return { ...graph, objects: graph.objects.map(change) };
}

/** The graph with one object's name replaced. */
export function renameObject(graph: SceneGraph, id: string, name: string): SceneGraph {
  return changeObjects(graph, (object) => (object.id === id ? { ...object, name } : object));
}

/** The graph with one attribute replaced in its place. */
export function replaceAttribute(graph: SceneGraph, id: string, from: string, to: string): SceneGraph {
  return changeObjects(graph, (object) =>
    object.id === id
      ? { ...object, attributes: object.attributes.map((attribute) => (attribute === from ? to : attribute)) }
      : object,
  );
}

/** The graph with one predicate replaced. */
export function replacePredicate(graph: SceneGraph, index: number, predicate: string): SceneGraph {
  return {
    ...graph,
    relations: graph.relations.map((relation, at) => (at === index ? { ...relation, predicate } : relation)),
  };
}
