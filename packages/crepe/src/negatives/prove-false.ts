import type { Falsity } from "../benchmark/item.ts";
import type { Claim } from "../captions/render/claim.ts";
import { toPredicateForms } from "../captions/render/predicate-forms.ts";
import type { SceneGraph, SceneObject, SceneRelation } from "../scene-graph/scene-graph.ts";
import { compareAttributes } from "./attribute-sets.ts";
import {
  arePlacesExclusive,
  doesPlaceImply,
  inversePlace,
  isAsymmetric,
  toRelationSense,
} from "./relation-sense.ts";
import { areLookAlikes } from "./scene-nouns.ts";
import type { Lexicon } from "./wordnet/lexicon.ts";

export interface ProofOptions {
  /** The scene's graph holds everything that is true of it. */
  readonly closedWorld: boolean;
  /** Relations of the scene that are neither clearly true nor clearly false. */
  readonly undecided?: readonly SceneRelation[];
  /** Tells synonyms, kinds and hypernyms; without it names are compared as they are. */
  readonly lexicon?: Pick<Lexicon, "compareNouns"> | null;
}

/** How a claim stands to a scene. `undecided` where the search was given up, or the claim can be read in two ways. */
export type Verdict = "true" | Falsity | "undecided";

/**
 * Decides a claim against a scene, whatever made the claim: things of the claim are laid on things of the scene in
 * every way, no two on one. If one way makes every atom hold, it is true; if each way meets an atom that the scene
 * contradicts, it is `contradicted`; otherwise something is only missing: `absent` in a closed world, else `unknown`.
 * A name that the scene does not have is laid on an unlisted thing of which nothing is known.
 */
export function judgeClaim(scene: SceneGraph, claim: Claim, options: ProofOptions): Verdict {
  const state = judge(scene, claim, options);
  if (state === "missing") return options.closedWorld ? "absent" : "unknown";
  return state;
}

/** The falsity of a claim; null for one that is true, or that could not be decided. */
export function proveFalse(scene: SceneGraph, claim: Claim, options: ProofOptions): Falsity | null {
  const verdict = judgeClaim(scene, claim, options);
  return verdict === "true" || verdict === "undecided" ? null : verdict;
}

type State = "true" | "missing" | "contradicted" | "undecided";

function judge(scene: SceneGraph, claim: Claim, options: ProofOptions): State {
  const { denied } = claim;
  if (denied?.kind === "relation") return judgeDeniedRelation(scene, claim, denied.relation, options);
  if (denied?.kind !== "existence") return search(scene, claim, options);
  const { inside, outside } = splitComponent(claim.graph, denied.object);
  const found = search(scene, { graph: inside, denied: null }, options);
  const none: State =
    found === "true"
      ? "contradicted"
      : found === "contradicted" || (found === "missing" && options.closedWorld)
        ? "true"
        : found;
  const rest =
    outside.objects.length === 0 ? "true" : search(scene, { graph: outside, denied: null }, options);
  return worst(none, rest);
}

/**
 * "A cat that is not on a red mat" may mean a mat that is there, or that the cat is on none. Where no such mat is there the
 * readings differ, and only what is said of the rest can make both false. A thing that is told of elsewhere is there.
 */
function judgeDeniedRelation(scene: SceneGraph, claim: Claim, denied: number, options: ProofOptions): State {
  const { objects, relations } = claim.graph;
  const others = relations.filter((_, index) => index !== denied);
  const target = relations[denied]?.object;
  if (others.some(({ subject, object }) => subject === target || object === target))
    return search(scene, claim, options);
  const find = (named: SceneGraph["objects"]): State =>
    search(scene, { graph: { objects: named, relations: others }, denied: null }, options);
  if (find(objects) === "true") return search(scene, claim, options);
  const rest = find(objects.filter(({ id }) => id !== target));
  return rest === "true" ? "undecided" : rest;
}

/** From the best to the worst; an undecided atom may be true, a missing one is false in a closed world. */
const order: readonly State[] = ["true", "undecided", "missing", "contradicted"];
function worst(a: State, b: State): State {
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

const stepLimit = 20_000;

function search(scene: SceneGraph, claim: Claim, options: ProofOptions): State {
  const { graph, denied } = claim;
  const relations = closeRelations(scene.relations);
  const borderline = closeRelations(options.undecided ?? noRelations);
  const assigned = new Map<string, SceneObject | null>();
  const used = new Set<string>();
  let steps = 0;
  let best = "contradicted" as State;

  const stateOf = (from: string, predicate: string, to: string): State => {
    const state = relationState(relations(from, to), relations(to, from), predicate);
    // What is above is in a wide sense on, and in a world where both are told apart it is not.
    if (state === "true" && options.closedWorld && !isListed(relations(from, to), predicate))
      return "undecided";
    if (state !== "missing") return state;
    return relationState(borderline(from, to), [], predicate) === "true" ? "undecided" : "missing";
  };

  const candidatesOf = (object: SceneObject): { scene: SceneObject | null; state: State }[] => {
    const isDenied = denied?.kind === "object" && denied.object === object.id;
    const found = scene.objects.flatMap((other): { scene: SceneObject; state: State }[] => {
      const state = nameState(object.name, other, options);
      if (isDenied)
        return [
          {
            scene: other,
            // Of what may go by that name, "not a hoop" can be read in two ways.
            state: state === "true" ? "contradicted" : state === "contradicted" ? "true" : "undecided",
          },
        ];
      return state === "contradicted" ? [] : [{ scene: other, state }];
    });
    return found.length > 0 ? found : [{ scene: null, state: "missing" }];
  };

  const visit = (depth: number, sofar: State): void => {
    if (best === "true" || steps++ > stepLimit) return;
    const object = graph.objects[depth];
    if (object === undefined) {
      if (order.indexOf(sofar) < order.indexOf(best)) best = sofar;
      return;
    }
    let free = 0;
    const step = (candidate: SceneObject | null, state: State): void => {
      assigned.set(object.id, candidate);
      let next = worst(sofar, state);
      for (const attribute of object.attributes) {
        const plain = candidate === null ? "missing" : attributeState(candidate, attribute, options);
        const isDenied =
          denied?.kind === "attribute" && denied.object === object.id && denied.attribute === attribute;
        next = worst(next, isDenied ? deny(plain, options) : plain);
      }
      graph.relations.forEach((relation, index) => {
        if (relation.subject !== object.id && relation.object !== object.id) return;
        const [from, to] = [assigned.get(relation.subject), assigned.get(relation.object)];
        if (from === undefined || to === undefined) return;
        const plain = from === null || to === null ? "missing" : stateOf(from.id, relation.predicate, to.id);
        next = worst(
          next,
          denied?.kind === "relation" && denied.relation === index ? deny(plain, options) : plain,
        );
      });
      if (next !== "contradicted") visit(depth + 1, next);
      assigned.delete(object.id);
    };
    // "Something that is not a key" may be a thing that the caption also names, so it takes nobody's place.
    const shared = denied?.kind === "object" && denied.object === object.id;
    for (const { scene: candidate, state } of candidatesOf(object)) {
      if (candidate !== null && !shared && used.has(candidate.id)) continue;
      free++;
      if (candidate !== null && !shared) used.add(candidate.id);
      step(candidate, state);
      if (candidate !== null && !shared) used.delete(candidate.id);
    }
    // "two cats" of a scene that lists one: the second is not there.
    if (free === 0) step(null, "missing");
  };
  visit(0, "true");
  return best !== "true" && steps > stepLimit ? "undecided" : best;
}

function deny(state: State, { closedWorld }: ProofOptions): State {
  if (state === "true") return "contradicted";
  if (state === "contradicted") return "true";
  return closedWorld && state === "missing" ? "true" : state;
}

/** A claim's word may be meant in any sense, a thing of the scene in the one that its source names. */
function nameState(claimed: string, { name: actual, synset }: SceneObject, { lexicon }: ProofOptions): State {
  if (claimed === actual) return "true";
  switch (lexicon?.compareNouns(claimed, actual, synset) ?? "different") {
    case "same":
    case "broader":
      return "true";
    case "narrower":
      return "missing";
    case "different":
      return areLookAlikes(claimed, actual) ? "missing" : "contradicted";
  }
}

function attributeState(object: SceneObject, claimed: string, { closedWorld }: ProofOptions): State {
  const compared = object.attributes.map((attribute) =>
    compareAttributes(attribute, claimed, { exact: closedWorld }),
  );
  if (compared.includes("same")) return "true";
  return compared.includes("exclusive") && !object.attributes.some((attribute) => manyColours.has(attribute))
    ? "contradicted"
    : "missing";
}

function relationState(forward: readonly string[], backward: readonly string[], claimed: string): State {
  const sense = toRelationSense(claimed);
  const words = toPredicateForms(claimed).finite[0];
  const known = forward.map(toRelationSense);
  if (forward.some((predicate) => predicate === claimed || toPredicateForms(predicate).finite[0] === words))
    return "true";
  const { place } = sense;
  const agrees = known.some(
    (other) =>
      (sense.verb === null || sense.verb === other.verb) &&
      place !== null &&
      other.place !== null &&
      doesPlaceImply(other.place, place),
  );
  if (agrees) return "true";
  if (known.some((other) => place !== null && other.place !== null && arePlacesExclusive(other.place, place)))
    return "contradicted";
  const reversed = backward.some((predicate) => {
    const other = toRelationSense(predicate);
    if (!isAsymmetric(sense)) return false;
    return place === null ? other.verb === sense.verb && other.place === null : other.place === place;
  });
  return reversed ? "contradicted" : "missing";
}

/** Whether the scene says it, in these or in other words, and not only what it follows from. */
function isListed(forward: readonly string[], claimed: string): boolean {
  const { verb, place } = toRelationSense(claimed);
  const words = toPredicateForms(claimed).finite[0];
  return forward.some((predicate) => {
    const other = toRelationSense(predicate);
    return (
      toPredicateForms(predicate).finite[0] === words ||
      (place !== null && other.place === place && (verb === null || verb === other.verb))
    );
  });
}

/** All predicates that hold from one object to another, with those that follow the other way round. */
function closeRelations(
  relations: readonly SceneRelation[],
): (from: string, to: string) => readonly string[] {
  const known = closures.get(relations);
  if (known !== undefined) return known;
  const all = new Map<string, string[]>();
  const add = (from: string, to: string, predicate: string) => {
    const key = `${from}\n${to}`;
    all.set(key, [...(all.get(key) ?? []), predicate]);
  };
  for (const { subject, predicate, object } of relations) {
    add(subject, object, predicate);
    const { place } = toRelationSense(predicate);
    const inverse = place === null ? null : inversePlace(place);
    if (inverse !== null) add(object, subject, inverse);
  }
  const closure = (from: string, to: string): readonly string[] => all.get(`${from}\n${to}`) ?? [];
  closures.set(relations, closure);
  return closure;
}

/** A scene is asked about many claims. */
const closures = new WeakMap<readonly SceneRelation[], (from: string, to: string) => readonly string[]>();
const noRelations: readonly SceneRelation[] = [];

function splitComponent(graph: SceneGraph, object: string): { inside: SceneGraph; outside: SceneGraph } {
  const inside = new Set([object]);
  for (let size = 0; size !== inside.size;) {
    size = inside.size;
    for (const relation of graph.relations)
      if (inside.has(relation.subject) || inside.has(relation.object))
        inside.add(relation.subject).add(relation.object);
  }
  const part = (isIn: boolean): SceneGraph => ({
    objects: graph.objects.filter(({ id }) => inside.has(id) === isIn),
    relations: graph.relations.filter(({ subject }) => inside.has(subject) === isIn),
  });
  return { inside: part(true), outside: part(false) };
}

const manyColours = new Set([
  "multicolored",
  "multi-colored",
  "multi colored",
  "colorful",
  "colourful",
  "rainbow",
]);
