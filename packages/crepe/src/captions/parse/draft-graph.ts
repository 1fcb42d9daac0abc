import type { SceneGraph } from "../../scene-graph/scene-graph.ts";

/** An object while its caption is read. */
export interface DraftNode {
  name: string;
  readonly attributes: string[];
  /** Index of the head word, which orders the objects of the finished graph. */
  readonly position: number;
  readonly plural: boolean;
}

export interface DraftRelation {
  readonly subject: DraftNode;
  predicate: string;
  readonly object: DraftNode;
}

/** A graph under construction. */
export interface DraftGraph {
  readonly nodes: DraftNode[];
  readonly relations: DraftRelation[];
}

/** Gives ids in order of mention and drops what was said twice. */
export function finishGraph(draft: DraftGraph): SceneGraph {
  const nodes = draft.nodes.toSorted((a, b) => a.position - b.position);
  const ids = new Map(nodes.map((node, index) => [node, `o${index}`]));
  const relations = draft.relations.flatMap(({ subject, predicate, object }) => {
    const from = ids.get(subject);
    const to = ids.get(object);
    return from === undefined || to === undefined || from === to
      ? []
      : [{ subject: from, predicate, object: to }];
  });
  const keys = new Set<string>();
  return {
    objects: nodes.map((node, index) => ({
      id: `o${index}`,
      name: node.name,
      attributes: [...new Set(node.attributes)],
      box: null,
    })),
    relations: relations.filter(({ subject, predicate, object }) => {
      const key = `${subject} ${object} ${predicate}`;
      const isNew = !keys.has(key);
      keys.add(key);
      return isNew;
    }),
  };
}
