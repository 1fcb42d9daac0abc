import { findAttributeFoils, findObjectFoils, findPredicateFoils } from "./find-foils.ts";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import { renameObject, replaceAttribute, replacePredicate } from "./edit-graph.ts";
import { isPartOfThing, usualness } from "./inventory.ts";
import type { Proposal, ProposeOptions } from "./proposal.ts";

/** Exactly one atom replaced by a foil: one list for each atom, in random order. */
export function proposeAtoms(graph: SceneGraph, options: ProposeOptions): Proposal[][] {
  const lists: Proposal[][] = [];
  for (const thing of graph.objects) {
    const { id, name, attributes, attributeSynsets } = thing;
    const isKnown = options.closedWorld || !isPartOfThing(graph, id);
    lists.push(
      // Things that are usually seen so come first: a text model alone would find "wearing a bowl".
      (isKnown ? findObjectFoils(thing, options) : [])
        .map(({ word, rule }): Proposal => ({
          claim: { graph: renameObject(graph, id, word), denied: null },
          edit: { rule, role: "object", from: name, to: word, objects: [id] },
        }))
        .toSorted(
          (a, b) =>
            usualness(b.claim.graph, id, options.inventory) - usualness(a.claim.graph, id, options.inventory),
        ),
    );
    for (const attribute of attributes) {
      const foils = findAttributeFoils(attribute, options, attributeSynsets?.[attribute]).filter(
        ({ word }) => !attributes.includes(word),
      );
      lists.push(
        foils.map(({ word, rule }) => ({
          claim: { graph: replaceAttribute(graph, id, attribute, word), denied: null },
          edit: { rule, role: "attribute", from: attribute, to: word, objects: [id] },
        })),
      );
    }
  }
  graph.relations.forEach(({ subject, predicate, object }, index) => {
    lists.push(
      findPredicateFoils(predicate, options).map(({ word, rule }) => ({
        claim: { graph: replacePredicate(graph, index, word), denied: null },
        edit: { rule, role: "relation", from: predicate, to: word, objects: [subject, object] },
      })),
    );
  });
  return options.random.shuffle(lists.filter(({ length }) => length > 0));
}
