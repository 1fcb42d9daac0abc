import type { SceneGraph, SceneObject, SceneRelation } from "../scene-graph/scene-graph.ts";
import { findAttributeFoils, findObjectFoils, findPredicateFoils } from "./find-foils.ts";
import { renameObject, replacePredicate } from "./edit-graph.ts";
import { isPartOfThing } from "./inventory.ts";
import type { Proposal, ProposeOptions } from "./proposal.ts";

/**
 * Two compounds, each of them a compound of the graph with one foil, side by side: "a pink car" gives "a blue car and
 * a pink toy", "a cat on a mat" gives "a cat under a mat and a cat on a rug"; of two relations, each
 * gets one foil. One list for each compound.
 */
export function proposeCompounds(graph: SceneGraph, options: ProposeOptions): Proposal[][] {
  const lists: Proposal[][] = [];
  for (const object of graph.objects) {
    const { id, name, attributes, attributeSynsets } = object;
    for (const attribute of attributes) {
      const nouns = findObjectFoils(object, options);
      const list = findAttributeFoils(attribute, options, attributeSynsets?.[attribute]).flatMap(
        (foil, at) => {
          const noun = nouns[at % Math.max(1, nouns.length)];
          if (noun === undefined) return [];
          return [
            compound([thing("1", name, [foil.word]), thing("2", noun.word, [attribute])], [], {
              rule: `${foil.rule}+${noun.rule}`,
              from: `${attribute} ${name}`,
              to: `${foil.word} ${name} and ${attribute} ${noun.word}`,
              objects: [id],
            }),
          ];
        },
      );
      lists.push(list);
    }
  }
  const [one, two] = graph.relations;
  if (one !== undefined && two !== undefined) return [foilBoth(graph, [one, two], options)];
  for (const { subject, predicate, object } of graph.relations) {
    const source = graph.objects.find(({ id }) => id === subject);
    const target = graph.objects.find(({ id }) => id === object);
    if (source === undefined || target === undefined) continue;
    const [from, to] = [source.name, target.name];
    const [place] = findPredicateFoils(predicate, options);
    if (place === undefined) continue;
    const mayHave = (id: string) => !options.closedWorld && isPartOfThing(graph, id);
    const whole = { from: `${from} ${predicate} ${to}`, objects: [subject, object] };
    const first = [thing("1", from), thing("2", to)];
    lists.push(
      (mayHave(object) ? [] : findObjectFoils(target, options)).map((noun) =>
        compound(
          [...first, thing("3", from), thing("4", noun.word)],
          [
            { subject: "1", predicate: place.word, object: "2" },
            { subject: "3", predicate, object: "4" },
          ],
          {
            ...whole,
            rule: `${place.rule}+${noun.rule}`,
            to: `${from} ${place.word} ${to} and ${from} ${predicate} ${noun.word}`,
          },
        ),
      ),
      (mayHave(subject) ? [] : findObjectFoils(source, options)).map((noun) =>
        compound(
          [...first, thing("3", noun.word), thing("4", to)],
          [
            { subject: "1", predicate: place.word, object: "2" },
            { subject: "3", predicate, object: "4" },
          ],
          {
            ...whole,
            rule: `${place.rule}+${noun.rule}`,
            to: `${from} ${place.word} ${to} and ${noun.word} ${predicate} ${to}`,
          },
        ),
      ),
    );
  }
  return options.random.shuffle(lists.filter(({ length }) => length > 0));
}

/** Of two relations each gets one foil, so that no thing is named twice as no positive names one twice. */
function foilBoth(
  graph: SceneGraph,
  [one, two]: readonly [SceneRelation, SceneRelation],
  options: ProposeOptions,
): Proposal[] {
  const [first, second] = [foilRelation(graph, one, options), foilRelation(graph, two, options)];
  const taken = options.random.shuffle(first.flatMap((a) => second.map((b) => [a, b] as const)));
  return taken.map(([a, b]) => {
    const renamed = [...b.names, ...a.names].reduce(
      (edited, [id, name]) => renameObject(edited, id, name),
      graph,
    );
    const foiled = [
      { index: graph.relations.indexOf(one), predicate: a.predicate },
      { index: graph.relations.indexOf(two), predicate: b.predicate },
    ].reduce((edited, { index, predicate }) => replacePredicate(edited, index, predicate), renamed);
    return {
      claim: { graph: foiled, denied: null },
      edit: {
        rule: `${a.rule}+${b.rule}`,
        role: "compound",
        from: `${a.from} and ${b.from}`,
        to: `${a.to} and ${b.to}`,
        objects: [one.subject, one.object, two.subject, two.object],
      },
    };
  });
}

interface FoiledRelation {
  readonly names: ReadonlyMap<string, string>;
  readonly predicate: string;
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

function foilRelation(
  graph: SceneGraph,
  { subject, predicate, object }: SceneRelation,
  options: ProposeOptions,
): FoiledRelation[] {
  const find = (id: string) => graph.objects.find((one) => one.id === id) ?? thing(id, "");
  const [source, target] = [find(subject), find(object)];
  const [s, o] = [source.name, target.name];
  const from = `${s} ${predicate} ${o}`;
  const foilsOf = (one: SceneObject) =>
    options.closedWorld || !isPartOfThing(graph, one.id) ? findObjectFoils(one, options) : [];
  const rename = (id: string, words: ReturnType<typeof findObjectFoils>, say: (word: string) => string) =>
    words.slice(0, 4).map(({ word, rule }): FoiledRelation => ({
      names: new Map([[id, word]]),
      predicate,
      rule,
      from,
      to: say(word),
    }));
  return [
    ...findPredicateFoils(predicate, options)
      .slice(0, 4)
      .map(({ word, rule }): FoiledRelation => ({
        names: new Map(),
        predicate: word,
        rule,
        from,
        to: `${s} ${word} ${o}`,
      })),
    ...rename(subject, foilsOf(source), (word) => `${word} ${predicate} ${o}`),
    ...rename(object, foilsOf(target), (word) => `${s} ${predicate} ${word}`),
  ];
}

function compound(
  objects: SceneObject[],
  relations: SceneGraph["relations"],
  edit: Omit<Proposal["edit"], "role">,
): Proposal {
  return { claim: { graph: { objects, relations }, denied: null }, edit: { ...edit, role: "compound" } };
}

function thing(id: string, name: string, attributes: string[] = []): SceneObject {
  return { id, name, attributes, box: null };
}
