import type { SceneGraph, SceneObject } from "../scene-graph/scene-graph.ts";

/** The graph with some objects changed. */
export function changeObjects(graph: SceneGraph, change: (object: SceneObject) => SceneObject): SceneGraph {
  return { ...graph, objects: graph.objects.map(change) };
}

/** The graph with one object's name replaced; what the source said of the old name's sense goes with the name. */
export function renameObject(graph: SceneGraph, id: string, name: string): SceneGraph {
  return changeObjects(graph, (object) => {
    if (object.id !== id) return object;
    const { synset: _, ...rest } = object;
    return { ...rest, name };
  });
}

/** An object with other attributes, and the senses of those alone. */
export function withAttributes(object: SceneObject, attributes: string[]): SceneObject {
  const { attributeSynsets, ...rest } = object;
  const kept = Object.entries(attributeSynsets ?? {}).filter(([attribute]) => attributes.includes(attribute));
  return {
    ...rest,
    attributes,
    ...(kept.length === 0 ? {} : { attributeSynsets: Object.fromEntries(kept) }),
  };
}

/** The graph with one attribute replaced in its place. */
export function replaceAttribute(graph: SceneGraph, id: string, from: string, to: string): SceneGraph {
  return changeObjects(graph, (object) =>
    object.id === id
      ? withAttributes(
          object,
          object.attributes.map((attribute) => (attribute === from ? to : attribute)),
        )
      : object,
  );
}

/** The graph with one predicate replaced. */
export function replacePredicate(graph: SceneGraph, index: number, predicate: string): SceneGraph {
  return {
    ...graph,
    relations: graph.relations.map((relation, at) => {
      if (at !== index) return relation;
      const { synset: _, ...rest } = relation;
      return { ...rest, predicate };
    }),
  };
}
