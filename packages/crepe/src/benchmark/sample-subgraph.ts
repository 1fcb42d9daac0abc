import type { Random } from "@observatory/core";
import { withAttributes } from "../negatives/edit-graph.ts";
import type { SceneGraph, SceneRelation } from "../scene-graph/scene-graph.ts";

export interface SampleSubgraphOptions {
  /** Objects + relations + attributes of the result. */
  readonly n: number;
  readonly random: Random;
  /** Chance that a step starts a new component although the walk could go on. Default 0.05. */
  readonly jump?: number;
}

/**
 * A part of a scene of exactly `n` atoms, by a random walk over relations (in both directions) and attributes.
 *
 * At most one relation between two objects, so that "left of" and its inverse never say the same twice. Relations of
 * unknown objects and of an object with itself are passed over. Null where the walk cannot reach `n`.
 */
export function sampleSubgraph(
  graph: SceneGraph,
  { n, random, jump = 0.05 }: SampleSubgraphOptions,
): SceneGraph | null {
  for (let attempt = 0; attempt < 4; attempt++) {
    const sample = walk(graph, n, random, jump);
    if (sample !== null) return sample;
  }
  return null;
}

type Step = { readonly cost: number } & (
  | { readonly kind: "object"; readonly id: string }
  | { readonly kind: "attribute"; readonly id: string; readonly attribute: string }
  | { readonly kind: "relation"; readonly relation: SceneRelation }
);

function walk(graph: SceneGraph, n: number, random: Random, jump: number): SceneGraph | null {
  const ids = new Set(graph.objects.map(({ id }) => id));
  const usable = graph.relations.filter(
    ({ subject, object }) => subject !== object && ids.has(subject) && ids.has(object),
  );
  const chosen = new Map<string, Set<string>>();
  const relations: SceneRelation[] = [];
  const linked = new Set<string>();
  let left = n;
  while (left > 0) {
    const attributes: Step[] = graph.objects.flatMap(({ id, attributes }) => {
      const taken = chosen.get(id);
      return taken === undefined
        ? []
        : attributes
            .filter((one) => !taken.has(one))
            .map((attribute) => ({ kind: "attribute", cost: 1, id, attribute }) as const);
    });
    const moves: Step[] = usable.flatMap((relation) => {
      const isNew = Number(!chosen.has(relation.subject)) + Number(!chosen.has(relation.object));
      if (isNew === 2 || linked.has(pairKey(relation))) return [];
      return [{ kind: "relation", cost: 1 + isNew, relation } as const];
    });
    const jumps: Step[] = graph.objects
      .filter(({ id }) => !chosen.has(id))
      .map(({ id }) => ({ kind: "object", cost: 1, id }) as const);
    const isJump = chosen.size === 0 || random.next() < jump;
    const kinds = [...random.shuffle([attributes, moves]), jumps];
    const options = (isJump ? kinds.toReversed() : kinds).map((steps) =>
      steps.filter(({ cost }) => cost <= left),
    );
    const steps = options.find(({ length }) => length > 0);
    if (steps === undefined) return null;
    const step = random.pick(steps);
    left -= step.cost;
    if (step.kind === "object") chosen.set(step.id, new Set());
    else if (step.kind === "attribute") chosen.get(step.id)?.add(step.attribute);
    else {
      for (const id of [step.relation.subject, step.relation.object])
        if (!chosen.has(id)) chosen.set(id, new Set());
      relations.push(step.relation);
      linked.add(pairKey(step.relation));
    }
  }
  return {
    objects: graph.objects.flatMap((object) => {
      const taken = chosen.get(object.id);
      return taken === undefined
        ? []
        : [
            withAttributes(
              object,
              object.attributes.filter((attribute) => taken.has(attribute)),
            ),
          ];
    }),
    relations,
  };
}

function pairKey({ subject, object }: SceneRelation): string {
  return [subject, object].toSorted().join("\n");
}
