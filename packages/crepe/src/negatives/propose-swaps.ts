import { toAttributeForm } from "../captions/render/attribute-form.ts";
import { isMassNoun, isPluralNoun, isUniqueNoun } from "../captions/render/noun-number.ts";
import type { SceneGraph, SceneObject } from "../scene-graph/scene-graph.ts";
import { findAttributeSets } from "./attribute-sets.ts";
import { changeObjects, renameObject, replaceAttribute, replacePredicate } from "./edit-graph.ts";
import { toRelationSense } from "./relation-sense.ts";
import { areLookAlikes, isPersonName, sceneKindOf } from "./scene-nouns.ts";
import type { Proposal, ProposeOptions } from "./proposal.ts";

/** Two atoms of one kind exchanged, within the graph or with another of the scene: one list for each kind. */
export function proposeSwaps(graph: SceneGraph, options: ProposeOptions): Proposal[][] {
  const { scene, random } = options;
  const attributes: Proposal[] = [];
  const nouns: Proposal[] = [];
  const things: Proposal[] = [];
  for (const [a, b] of pairsOf(graph.objects)) {
    for (const one of a.attributes)
      for (const other of b.attributes)
        if (canSwap(one, other, a, b))
          attributes.push(
            proposal(
              replaceAttribute(replaceAttribute(graph, a.id, one, other), b.id, other, one),
              "swap-attributes",
              "attribute",
              one,
              other,
              [a.id, b.id],
            ),
          );
    if (a.name === b.name || !areDistinct(a, b, options)) continue;
    if (canTrade(a, b) && a.attributes.length + b.attributes.length > 0)
      nouns.push(
        proposal(
          renameObject(renameObject(graph, a.id, b.name), b.id, a.name),
          "swap-nouns",
          "object",
          a.name,
          b.name,
          [a.id, b.id],
        ),
      );
    things.push(
      proposal(
        changeObjects(graph, (object) =>
          object.id === a.id ? { ...b, id: a.id } : object.id === b.id ? { ...a, id: b.id } : object,
        ),
        "swap-objects",
        "object",
        a.name,
        b.name,
        [a.id, b.id],
      ),
    );
  }
  const relations = graph.relations.flatMap((one, i) =>
    graph.relations.slice(i + 1).flatMap((other, offset) => {
      if (one.predicate === other.predicate) return [];
      // What is on a pole may well be mounted on it.
      const [place, otherPlace] = [one, other].map(({ predicate }) => toRelationSense(predicate).place);
      if (!options.closedWorld && place !== null && place === otherPlace) return [];
      const changed = replacePredicate(
        replacePredicate(graph, i, other.predicate),
        i + 1 + offset,
        one.predicate,
      );
      return [
        proposal(changed, "swap-relations", "relation", one.predicate, other.predicate, [
          one.subject,
          one.object,
          other.subject,
          other.object,
        ]),
      ];
    }),
  );
  const lists = [attributes, nouns, things, relations]
    .map((list) => random.shuffle(list))
    .filter(({ length }) => length > 0);
  return [
    ...random.shuffle(lists),
    ...(graph === scene ? [] : [random.shuffle(proposeFromScene(graph, options))]),
  ];
}

/** Exchanges with what the same image holds outside the caption. */
function proposeFromScene(graph: SceneGraph, options: ProposeOptions): Proposal[] {
  const { scene, closedWorld } = options;
  const inside = new Set(graph.objects.map(({ id }) => id));
  const names = new Set(graph.objects.map(({ name }) => name));
  const others = scene.objects.filter(({ id }) => !inside.has(id));
  return graph.objects.flatMap((object) =>
    others.flatMap((other) => {
      const swaps: Proposal[] = [];
      // Of a part an open world does not say what else has one: hair is on a man who has a hand too.
      const isThing =
        closedWorld || [object, other].every(({ name }) => sceneKindOf(name) !== null || isPersonName(name));
      if (
        !names.has(other.name) &&
        isThing &&
        canTrade(object, other) &&
        graph.objects.every((one) => areDistinct(one, other, options))
      )
        swaps.push(
          proposal(
            renameObject(graph, object.id, other.name),
            "swap-noun-with-scene",
            "object",
            object.name,
            other.name,
            [object.id, other.id],
          ),
        );
      for (const one of object.attributes)
        for (const two of other.attributes)
          if (canSwap(one, two, object, other))
            swaps.push(
              proposal(
                replaceAttribute(graph, object.id, one, two),
                "swap-attribute-with-scene",
                "attribute",
                one,
                two,
                [object.id, other.id],
              ),
            );
      return swaps;
    }),
  );
}

/** Whether no picture shows one thing that goes by both names: a field may well be the grass that is on it. */
function areDistinct(a: SceneObject, b: SceneObject, { lexicon, closedWorld }: ProposeOptions): boolean {
  if (closedWorld) return true;
  if (areLookAlikes(a.name, b.name)) return false;
  return (
    lexicon === null ||
    (lexicon.compareNouns(a.name, b.name, b.synset) === "different" &&
      lexicon.compareNouns(b.name, a.name, a.synset) === "different")
  );
}

/** Nouns of one number that can take each other's quantity: nobody says "four grounds". */
function canTrade(a: SceneObject, b: SceneObject): boolean {
  const isCounted = [...a.attributes, ...b.attributes].some((one) =>
    ["quantity", "partitive"].includes(toAttributeForm(one).place),
  );
  const isUncountable = [a, b].some(({ name }) => isUniqueNoun(name) || isMassNoun(name));
  return isPluralNoun(a.name) === isPluralNoun(b.name) && !(isCounted && isUncountable);
}

/** Attributes of one closed set, or both outside any: "red" with "blue", never "red" with "two". */
function canSwap(one: string, other: string, a: SceneObject, b: SceneObject): boolean {
  if (one === other || a.attributes.includes(other) || b.attributes.includes(one)) return false;
  if (toAttributeForm(one).place !== "before" || toAttributeForm(other).place !== "before") return false;
  const [sets, others] = [findAttributeSets(one), findAttributeSets(other)];
  if (sets.length + others.length > 0) return sets.some((set) => others.includes(set));
  return toAttributeForm(one).predicable && toAttributeForm(other).predicable;
}

function proposal(
  graph: SceneGraph,
  rule: string,
  role: Proposal["edit"]["role"],
  from: string,
  to: string,
  objects: readonly string[],
): Proposal {
  return { claim: { graph, denied: null }, edit: { rule, role, from, to, objects: [...new Set(objects)] } };
}

function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b): [T, T] => [a, b]));
}
