import type { SceneGraph } from "../scene-graph/scene-graph.ts";

/**
 * The words that positives of a source use. Foils are taken from it first: a word that only negatives use would give
 * them away to a reader who never sees the image.
 */
export interface Inventory {
  /** Sorted, as written in the graphs. */
  readonly objects: readonly string[];
  readonly attributes: readonly string[];
  readonly predicates: readonly string[];
  /** What was seen together: see {@link usualness}. */
  readonly pairs: ReadonlySet<string>;
}

/** How much of what a graph says of one object is usual for things of its name, from 0 to 1. */
export function usualness(graph: SceneGraph, id: string, { pairs }: Pick<Inventory, "pairs">): number {
  const keys = pairKeys(graph, id);
  return keys.length === 0 ? 1 : keys.filter((key) => pairs.has(key)).length / keys.length;
}

function pairKeys({ objects, relations }: SceneGraph, id: string): string[] {
  const object = objects.find((one) => one.id === id);
  if (object === undefined) return [];
  return [
    ...object.attributes.map((attribute) => `${attribute}\n${object.name}`),
    ...relations.flatMap(({ subject, predicate, object: target }) => {
      if (subject === id) return [`${object.name}\n${predicate}\n`];
      return target === id ? [`\n${predicate}\n${object.name}`] : [];
    }),
  ];
}

/** Collects the words that occur at least `least` times in graphs. */
export function collectInventory(graphs: Iterable<SceneGraph>, least = 1): Inventory {
  const counts = {
    objects: new Map<string, number>(),
    attributes: new Map<string, number>(),
    predicates: new Map<string, number>(),
  };
  const add = (map: Map<string, number>, word: string) => map.set(word, (map.get(word) ?? 0) + 1);
  const pairs = new Set<string>();
  for (const graph of graphs) {
    const { objects, relations } = graph;
    for (const { id } of objects) for (const key of pairKeys(graph, id)) pairs.add(key);
    for (const { name, attributes } of objects) {
      add(counts.objects, name);
      for (const attribute of attributes) add(counts.attributes, attribute);
    }
    for (const { predicate } of relations) add(counts.predicates, predicate);
  }
  const frequent = (map: Map<string, number>) =>
    [...map]
      .filter(([, count]) => count >= least)
      .map(([word]) => word)
      .toSorted();
  return {
    objects: frequent(counts.objects),
    attributes: frequent(counts.attributes),
    predicates: frequent(counts.predicates),
    pairs,
  };
}

/** No words: foils come from the closed sets and WordNet alone. */
export const emptyInventory: Inventory = { objects: [], attributes: [], predicates: [], pairs: new Set() };
