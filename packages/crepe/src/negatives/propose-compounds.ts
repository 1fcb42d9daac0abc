import type { SceneGraph, SceneObject } from "../scene-graph/scene-graph.ts";
import { findAttributeFoils, findObjectFoils, findPredicateFoils } from "./find-foils.ts";
import type { Proposal, ProposeOptions } from "./proposal.ts";

/**
 * Two compounds, each of them a compound of the graph with one foil, side by side: "a pink car" gives "a blue car and
 * a pink toy", "a cat on a mat" gives "a cat under a mat and a cat on a rug". One list for each compound.
 */
export function proposeCompounds(graph: SceneGraph, options: ProposeOptions): Proposal[][] {
  const lists: Proposal[][] = [];
  for (const { id, name, attributes } of graph.objects) {
    for (const attribute of attributes) {
      const nouns = findObjectFoils(name, options);
      const list = findAttributeFoils(attribute, options).flatMap((foil, at) => {
        const noun = nouns[at % Math.max(1, nouns.length)];
        if (noun === undefined) return [];
        return [compound([thing("1", name, [foil.word]), thing("2", noun.word, [attribute])], [], { rule: `${foil.rule}+${noun.rule}`, from: `${attribute} ${name}`, to: `${foil.word} ${name} and ${attribute} ${noun.word}`, objects: [id] })];
      });
      lists.push(list);
    }
  }
  for (const { subject, predicate, object } of graph.relations) {
    const from = graph.objects.find(({ id }) => id === subject)?.name;
    const to = graph.objects.find(({ id }) => id === object)?.name;
    if (from === undefined || to === undefined) continue;
    const [place] = findPredicateFoils(predicate, options);
    if (place === undefined) continue;
    const whole = { from: `${from} ${predicate} ${to}`, objects: [subject, object] };
    const first = [thing("1", from), thing("2", to)];
    lists.push(
      findObjectFoils(to, options).map((noun) =>
        compound([...first, thing("3", from), thing("4", noun.word)], [{ subject: "1", predicate: place.word, object: "2" }, { subject: "3", predicate, object: "4" }], {
          ...whole, rule: `${place.rule}+${noun.rule}`, to: `${from} ${place.word} ${to} and ${from} ${predicate} ${noun.word}`,
        }),
      ),
      findObjectFoils(from, options).map((noun) =>
        compound([...first, thing("3", noun.word), thing("4", to)], [{ subject: "1", predicate: place.word, object: "2" }, { subject: "3", predicate, object: "4" }], {
          ...whole, rule: `${place.rule}+${noun.rule}`, to: `${from} ${place.word} ${to} and ${noun.word} ${predicate} ${to}`,
        }),
      ),
    );
  }
  return options.random.shuffle(lists.filter(({ length }) => length > 0));
}

function compound(objects: SceneObject[], relations: SceneGraph["relations"], edit: Omit<Proposal["edit"], "role">): Proposal {
  return { claim: { graph: { objects, relations }, denied: null }, edit: { ...edit, role: "compound" } };
}

function thing(id: string, name: string, attributes: string[] = []): SceneObject {
  return { id, name, attributes, box: null };
}
