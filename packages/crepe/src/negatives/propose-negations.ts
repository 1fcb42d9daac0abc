import { toAttributeForm } from "../captions/render/attribute-form.ts";
import type { Claim, Denial } from "../captions/render/claim.ts";
import { isMassNoun, isUniqueNoun } from "../captions/render/noun-number.ts";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import { findAttributeFoils, findObjectFoils, findPredicateFoils } from "./find-foils.ts";
import { renameObject, replaceAttribute, replacePredicate } from "./edit-graph.ts";
import { isPlausible } from "./inventory.ts";
import type { Proposal, ProposeOptions } from "./proposal.ts";
import { judgeClaim } from "./prove-false.ts";

/** One atom of a true graph denied: attributes, relations and objects take turns; the existence of a thing comes last. */
export function proposeNegations(graph: SceneGraph, { random }: ProposeOptions): Proposal[][] {
  const lists = (["attribute", "relation", "object"] as const).map((kind) =>
    random.shuffle(denialsOf(graph, kind)),
  );
  const turns = random.shuffle(lists);
  const longest = Math.max(...turns.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, at) =>
    turns.flatMap((list) => list.slice(at, at + 1)),
  ).flat();
  return [
    [...inTurn, ...random.shuffle(denialsOf(graph, "existence"))].map((denied) => toProposal(graph, denied)),
  ];
}

/**
 * A true claim with one denial, "a cat that is not white" of a black cat, for captions whose negatives deny something:
 * then the word "not" tells nothing. Kinds of denial are drawn as the negatives of the graph have them.
 * Null where nothing can be denied truly.
 */
export function denyTruly(graph: SceneGraph, options: ProposeOptions): Claim | null {
  const { random, scene } = options;
  const denials = random.shuffle(
    (["attribute", "relation", "object"] as const).flatMap((kind) => denialsOf(graph, kind)),
  );
  for (const denied of denials) {
    for (const claim of foilDenial(graph, denied, options)) {
      if (!options.closedWorld && !isPlausible(claim.graph, scene, options.inventory)) continue;
      if (judgeClaim(scene, claim, options) === "true" && !isAmbiguous(claim, scene)) return claim;
    }
  }
  return null;
}

function foilDenial(graph: SceneGraph, denied: Denial, options: ProposeOptions): Claim[] {
  switch (denied.kind) {
    case "attribute": {
      const senses = graph.objects.find(({ id }) => id === denied.object)?.attributeSynsets;
      return findAttributeFoils(denied.attribute, options, senses?.[denied.attribute])
        .filter(({ word }) => toAttributeForm(word).predicable)
        .map(({ word }) => ({
          graph: replaceAttribute(graph, denied.object, denied.attribute, word),
          denied: { ...denied, attribute: word },
        }));
    }
    case "relation":
      return findPredicateFoils(graph.relations[denied.relation]?.predicate ?? "", options).map(
        ({ word }) => ({ graph: replacePredicate(graph, denied.relation, word), denied }),
      );
    case "object":
      return graph.objects
        .filter(({ id }) => id === denied.object)
        .flatMap((object) => findObjectFoils(object, options))
        .map(({ word }) => ({ graph: renameObject(graph, denied.object, word), denied }));
    case "existence":
      return [];
  }
  return denied satisfies never;
}

/** "A cat that is not on a mat" must hold of every mat that could be meant. */
function isAmbiguous({ graph, denied }: Claim, scene: SceneGraph): boolean {
  if (denied?.kind !== "relation") return false;
  const target = graph.relations[denied.relation]?.object;
  const name = graph.objects.find(({ id }) => id === target)?.name;
  return scene.objects.filter((object) => object.name === name).length > 1;
}

function denialsOf(graph: SceneGraph, kind: Denial["kind"]): Denial[] {
  switch (kind) {
    case "attribute":
      return graph.objects.flatMap(({ id, attributes }) =>
        attributes
          .filter((attribute) => toAttributeForm(attribute).predicable)
          .map((attribute) => ({ kind, object: id, attribute })),
      );
    case "relation":
      return graph.relations.flatMap(({ subject, object }, relation) =>
        subject === object ? [] : [{ kind, relation }],
      );
    case "object":
      return graph.objects
        .filter(
          ({ id, name, attributes }) =>
            mentionsOf(graph, id) === 1 &&
            !isUniqueNoun(name) &&
            !isMassNoun(name) &&
            attributes.every((attribute) => toAttributeForm(attribute).predicable),
        )
        .map(({ id }) => ({ kind, object: id }));
    case "existence":
      return graph.objects
        .filter(
          ({ id, name, attributes }) =>
            canBeNone(graph, id) &&
            !isUniqueNoun(name) &&
            attributes.every(
              (attribute) => !["quantity", "partitive"].includes(toAttributeForm(attribute).place),
            ),
        )
        .map(({ id }) => ({ kind, object: id }));
  }
  return kind satisfies never;
}

/** How often a caption has to take up an object: once for all that is said of it, once for each relation to it. */
function mentionsOf(graph: SceneGraph, id: string): number {
  const told = graph.relations.some(({ subject }) => subject === id) ? 1 : 0;
  return Math.max(1, told + graph.relations.filter(({ object }) => object === id).length);
}

/** Only a thing that is told in one clause, with nothing said elsewhere of the things in that clause. */
function canBeNone(graph: SceneGraph, id: string): boolean {
  const targets = graph.relations.filter(({ subject }) => subject === id).map(({ object }) => object);
  return (
    mentionsOf(graph, id) === 1 &&
    graph.relations.every(({ object }) => object !== id) &&
    targets.every(
      (target) =>
        mentionsOf(graph, target) === 1 && graph.relations.every(({ subject }) => subject !== target),
    )
  );
}

function toProposal(graph: SceneGraph, denied: Denial): Proposal {
  const nameOf = (id: string) => graph.objects.find((object) => object.id === id)?.name ?? "";
  const claim = { graph, denied };
  switch (denied.kind) {
    case "attribute":
      return {
        claim,
        edit: {
          rule: "negate-attribute",
          role: "attribute",
          from: denied.attribute,
          to: `not ${denied.attribute}`,
          objects: [denied.object],
        },
      };
    case "relation": {
      const { subject = "", predicate = "", object = "" } = graph.relations[denied.relation] ?? {};
      return {
        claim,
        edit: {
          rule: "negate-relation",
          role: "relation",
          from: predicate,
          to: `not ${predicate}`,
          objects: [subject, object],
        },
      };
    }
    case "object":
      return {
        claim,
        edit: {
          rule: "negate-object",
          role: "object",
          from: nameOf(denied.object),
          to: `not ${nameOf(denied.object)}`,
          objects: [denied.object],
        },
      };
    case "existence":
      return {
        claim,
        edit: {
          rule: "negate-existence",
          role: "caption",
          from: nameOf(denied.object),
          to: `no ${nameOf(denied.object)}`,
          objects: [denied.object],
        },
      };
  }
  return denied satisfies never;
}
