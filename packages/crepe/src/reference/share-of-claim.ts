import type { Claim } from "../captions/render/claim.ts";
import type { SceneGraph, SceneObject } from "../scene-graph/scene-graph.ts";

/**
 * How much a viewer sees of how things go together: `full`; `no-relation` sees which attributes a thing has, and no
 * relations; `no-binding` sees things, relations between them and attributes, but not whose; `bag-of-words` sees that
 * words are true of something.
 */
export const views = ["full", "no-relation", "no-binding", "bag-of-words"] as const;
export type View = (typeof views)[number];

/**
 * The share of a claim's atoms, 0 to 1, that a viewer finds in a scene: names, attributes, relations. An atom that is denied
 * counts where it is not found, except for a bag of words, which knows no "not". `full` and `no-relation` lay the things of
 * the claim on things of the scene, no two on one, in the way in which most holds. Names are compared as they are.
 */
export function shareOfClaim(claim: Claim, scene: SceneGraph, view: View): number {
  switch (view) {
    case "full":
      return layBest(claim, scene);
    case "no-relation": {
      const { graph, denied } = claim;
      return layBest(
        { graph: { ...graph, relations: [] }, denied: denied?.kind === "relation" ? null : denied },
        scene,
      );
    }
    case "no-binding":
      return shareOf(atomsWithoutBinding(claim, scene));
    case "bag-of-words":
      return shareOf(wordsOf(claim, scene));
    default:
      return view satisfies never;
  }
}

function shareOf(atoms: readonly boolean[]): number {
  return atoms.length === 0 ? 0 : atoms.filter(Boolean).length / atoms.length;
}

function wordsOf({ graph }: Claim, scene: SceneGraph): boolean[] {
  const words = new Set([
    ...scene.objects.flatMap(({ name, attributes }) => [name, ...attributes]),
    ...scene.relations.map(({ predicate }) => predicate),
  ]);
  return [
    ...graph.objects.flatMap(({ name, attributes }) => [name, ...attributes]),
    ...graph.relations.map(({ predicate }) => predicate),
  ].map((word) => words.has(word));
}

function atomsWithoutBinding({ graph, denied }: Claim, scene: SceneGraph): boolean[] {
  const names = new Set(scene.objects.map(({ name }) => name));
  const attributes = new Set(scene.objects.flatMap((object) => object.attributes));
  const nameOf = ({ objects }: SceneGraph, id: string) =>
    objects.find((object) => object.id === id)?.name ?? "";
  // Of "something that is not a cat" any name will do.
  const fits = (said: string, id: string, found: string): boolean =>
    (denied?.kind === "object" && denied.object === id) !== (said === found);
  const isRelated = ({ subject, predicate, object }: SceneGraph["relations"][number]): boolean =>
    scene.relations.some(
      (relation) =>
        relation.predicate === predicate &&
        fits(nameOf(graph, subject), subject, nameOf(scene, relation.subject)) &&
        fits(nameOf(graph, object), object, nameOf(scene, relation.object)),
    );
  return [
    ...graph.objects.flatMap(({ id, name, attributes: own }) => [
      names.has(name) !== (denied?.kind === "object" && denied.object === id),
      ...own.map(
        (attribute) =>
          attributes.has(attribute) !==
          (denied?.kind === "attribute" && denied.object === id && denied.attribute === attribute),
      ),
    ]),
    ...graph.relations.map(
      (relation, index) => isRelated(relation) !== (denied?.kind === "relation" && denied.relation === index),
    ),
  ];
}

/** A thing of a claim is laid on its namesakes where there are any, else on any thing or on none. */
function layBest({ graph, denied }: Claim, scene: SceneGraph): number {
  const { objects, relations } = graph;
  const total = objects.reduce((sum, { attributes }) => sum + 1 + attributes.length, relations.length);
  if (total === 0) return 0;
  const facts = new Set(
    scene.relations.map(({ subject, predicate, object }) => toFact(subject, predicate, object)),
  );
  const laid = new Map<string, SceneObject | null>();
  const used = new Set<string>();
  let best = 0;

  const visit = (depth: number, holding: number, left: number): void => {
    const object = objects[depth];
    best = Math.max(best, holding);
    if (object === undefined || holding + left <= best) return;
    const own = relations.flatMap((relation, index) => {
      const ends = [relation.subject, relation.object];
      const isKnown = ends.every((id) => id === object.id || laid.has(id));
      return ends.includes(object.id) && isKnown ? [{ ...relation, index }] : [];
    });
    const isOther = denied?.kind === "object" && denied.object === object.id;
    const free = scene.objects.filter(({ id }) => !used.has(id));
    const namesakes = free.filter(({ name }) => name === object.name);
    const candidates = isOther || namesakes.length === 0 ? [...free, null] : namesakes;
    for (const candidate of candidates) {
      laid.set(object.id, candidate);
      if (candidate !== null) used.add(candidate.id);
      const idOf = (id: string) => laid.get(id)?.id ?? null;
      const held = own.filter(({ subject, predicate, object: target, index }) => {
        const [from, to] = [idOf(subject), idOf(target)];
        const holds = from !== null && to !== null && facts.has(toFact(from, predicate, to));
        return holds !== (denied?.kind === "relation" && denied.relation === index);
      });
      const atoms = 1 + object.attributes.length + own.length;
      visit(depth + 1, holding + countOwn(object, candidate, denied) + held.length, left - atoms);
      if (candidate !== null) used.delete(candidate.id);
    }
    laid.delete(object.id);
  };
  visit(0, 0, total);
  return best / total;
}

/** How many of a thing's name and attributes hold of the thing that it is laid on. */
function countOwn(object: SceneObject, candidate: SceneObject | null, denied: Claim["denied"]): number {
  if (candidate === null) return 0;
  const isOther = denied?.kind === "object" && denied.object === object.id;
  const held = object.attributes.filter(
    (attribute) =>
      candidate.attributes.includes(attribute) !==
      (denied?.kind === "attribute" && denied.object === object.id && denied.attribute === attribute),
  );
  return ((candidate.name === object.name) !== isOther ? 1 : 0) + held.length;
}

function toFact(subject: string, predicate: string, object: string): string {
  return `${subject}\n${predicate}\n${object}`;
}
