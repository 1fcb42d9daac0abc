import { toAttributeForm } from "../captions/render/attribute-form.ts";
import { toSingular } from "../captions/render/noun-number.ts";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import { findAttributeSets } from "./attribute-sets.ts";
import { toRelationSense } from "./relation-sense.ts";
import { isPersonName, sceneKindOf } from "./scene-nouns.ts";

/**
 * The words that positives of a source use, and what it says together. Foils are taken from it first: a word that only
 * negatives use, or a compound that no scene holds, would give them away to a reader who never sees the image.
 */
export interface Inventory {
  /** Sorted, as written in the graphs. */
  readonly objects: readonly string[];
  readonly attributes: readonly string[];
  readonly predicates: readonly string[];
  /** How many graphs they come from. */
  readonly graphs: number;
  /** How many graphs say a thing together with another; the keys are known to this file alone. */
  readonly together: ReadonlyMap<string, number>;
}

/** How much of what a graph says of one object is usual for things of its name, from 0 to 1. */
export function usualness(graph: SceneGraph, id: string, { together }: Inventory): number {
  const keys = bondsOf(graph).flatMap((bond) => (bond.objects.includes(id) ? bond.keys : []));
  return keys.length === 0 ? 1 : keys.filter((key) => together.has(key)).length / keys.length;
}

/** Below so many graphs it says nothing that two things were never seen together. */
const leastGraphs = 300;
/** From so many graphs on, both ends of a relation must fit. */
const manyGraphs = 3000;

/**
 * Whether whatever a graph says beyond another is of a sort that the source says too: that persons wear a scarf and
 * that a woman wears clothing, that a jacket is leather. With `byKind` it is enough that something of the one kind does
 * so to something of the other, and that the thing has some colour. True of everything where there is next to no source.
 */
export function isPlausible(
  graph: SceneGraph,
  beyond: SceneGraph,
  inventory: Inventory,
  { byKind = false }: { readonly byKind?: boolean } = {},
): boolean {
  const { together, graphs } = inventory;
  if (graphs < leastGraphs) return true;
  const given = saidBy(beyond);
  // One slip of an annotator makes nothing usual.
  const least = graphs < 3 * manyGraphs ? 1 : 2;
  const usual = Math.max(1, Math.ceil(graphs / 8000));
  const isSaid = (key: string) => given.has(key) || (together.get(key) ?? 0) >= least;
  return bondsOf(graph).every(({ keys, kind }) => {
    if (byKind && kind !== null && (given.has(kind) || (together.get(kind) ?? 0) >= usual)) return true;
    return graphs < manyGraphs ? keys.some(isSaid) : keys.every(isSaid);
  });
}

/** A scene is asked about many claims. */
function saidBy(graph: SceneGraph): ReadonlySet<string> {
  const known = saidByGraph.get(graph);
  if (known !== undefined) return known;
  const said = new Set(bondsOf(graph).flatMap(keysOf));
  saidByGraph.set(graph, said);
  return said;
}
const saidByGraph = new WeakMap<SceneGraph, ReadonlySet<string>>();

function keysOf({ keys, kind }: Bond): readonly string[] {
  return kind === null ? keys : [...keys, kind];
}

/**
 * Whether a thing is told as a part of what is no person: "a house with a window". What else such a whole has, an open
 * world does not say: the house may well have a door too.
 */
export function isPartOfThing({ objects, relations }: SceneGraph, id: string): boolean {
  const isThing = (whole: string) =>
    objects.some((object) => object.id === whole && kindOf(toSingular(object.name)) !== "person");
  return relations.some(({ subject, predicate, object }) => {
    if (object === id && possessives.has(predicate)) return isThing(subject);
    return subject === id && (predicate === "of" || predicate === "part of") && isThing(object);
  });
}

/** Collects an inventory from one graph after another. */
export interface InventoryCollector {
  readonly add: (graph: SceneGraph) => void;
  /** The words that occurred at least `least` times. */
  readonly finish: (least?: number) => Inventory;
}

/** Starts with nothing. Memory grows with distinct words and pairs of them, not with graphs. */
export function createInventoryCollector(): InventoryCollector {
  const words = { objects: newCounts(), attributes: newCounts(), predicates: newCounts() };
  const together = newCounts();
  let graphs = 0;
  return {
    add(graph) {
      graphs++;
      for (const { name, attributes } of graph.objects) {
        count(words.objects, name);
        for (const attribute of attributes) count(words.attributes, attribute);
      }
      for (const { predicate } of graph.relations) count(words.predicates, predicate);
      for (const key of new Set(bondsOf(graph).flatMap(keysOf))) count(together, key);
    },
    finish: (least = 1) => ({
      objects: frequent(words.objects, least),
      attributes: frequent(words.attributes, least),
      predicates: frequent(words.predicates, least),
      graphs,
      together,
    }),
  };
}

/** Collects the words that occur at least `least` times in graphs. */
export function collectInventory(graphs: Iterable<SceneGraph>, least = 1): Inventory {
  const collector = createInventoryCollector();
  for (const graph of graphs) collector.add(graph);
  return collector.finish(least);
}

/** No words: foils come from the closed sets and WordNet alone. */
export const emptyInventory: Inventory = createInventoryCollector().finish();

/** One attribute or relation, the objects that it is about, and what it says when names or kinds stand for them. */
interface Bond {
  readonly objects: readonly string[];
  readonly keys: readonly string[];
  /** The same with kinds for all names; null for an attribute of no closed set. */
  readonly kind: string | null;
}

function bondsOf({ objects, relations }: SceneGraph): Bond[] {
  const names = new Map(objects.map(({ id, name }) => [id, toSingular(name)]));
  return [
    ...objects.flatMap(({ id, name, attributes }) =>
      attributes
        .filter((attribute) => toAttributeForm(attribute).place !== "partitive")
        .map((attribute) => {
          const [set] = findAttributeSets(attribute);
          return {
            objects: [id],
            keys: [`${attribute}\n${toSingular(name)}`],
            kind: set === undefined ? null : `*${set.name}\n${toSingular(name)}`,
          };
        }),
    ),
    ...relations.map(({ subject, predicate, object }) => {
      const [from = "", to = ""] = [names.get(subject), names.get(object)];
      const { verb, place } = toRelationSense(predicate);
      const said = possessives.has(predicate) ? "have" : `${verb ?? ""}@${place ?? ""}`;
      const level = verb === null && place !== null && besidePlaces.has(place) ? classOf : kindOf;
      return {
        objects: [subject, object],
        keys: [`${from}\n${said}\n*${kindOf(to)}`, `*${kindOf(from)}\n${said}\n${to}`],
        kind: `*${level(from)}\n${said}\n*${level(to)}`,
      };
    }),
  ];
}

function kindOf(name: string): string {
  return isPersonName(name) ? "person" : (sceneKindOf(name) ?? name);
}

/** Where one thing is beside another, it matters little what they are. */
function classOf(name: string): string {
  const kind = kindOf(name);
  return ["person", "mammal", "bird"].includes(kind) ? kind : "thing";
}

function newCounts(): Map<string, number> {
  return new Map();
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function frequent(counts: ReadonlyMap<string, number>, least: number): string[] {
  return [...counts].flatMap(([word, times]) => (times >= least ? [word] : [])).toSorted();
}

const besidePlaces = new Set([
  "next to",
  "near",
  "behind",
  "in front of",
  "above",
  "below",
  "left of",
  "right of",
  "far from",
]);
const possessives = new Set(["have", "has", "having", "with"]);
