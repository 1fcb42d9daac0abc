import type { Random } from "@observatory/core";
import { toAttributeForm } from "../captions/render/attribute-form.ts";
import {
  isMassNoun,
  isPluralNoun,
  isUniqueNoun,
  toPlural,
  toSingular,
} from "../captions/render/noun-number.ts";
import type { SceneGraph, SceneObject } from "../scene-graph/scene-graph.ts";
import { compareAttributes, findAttributeSets } from "./attribute-sets.ts";
import type { Inventory } from "./inventory.ts";
import { arePlacesExclusive, findPlaceFoils, replacePlace, toRelationSense } from "./relation-sense.ts";
import { kindOfThing } from "./kind-of-thing.ts";
import { areLookAlikes, sceneKindOf, sceneNounsOf } from "./scene-nouns.ts";
import type { Lexicon } from "./wordnet/lexicon.ts";

export interface Foil {
  readonly word: string;
  /** How it was found: `wordnet-sibling`, `colour`, `preposition` ... */
  readonly rule: string;
}

export interface FoilOptions {
  /** The whole scene: no foil names anything in it, nor a synonym, kind or hypernym of it. */
  readonly scene: SceneGraph;
  readonly closedWorld: boolean;
  readonly inventory: Inventory;
  readonly lexicon: Lexicon | null;
  readonly random: Random;
}

/** A name and, where the source says it, which sense is meant. */
type Thing = Pick<SceneObject, "name" | "synset">;

/** Other things that could stand in the place of an object, best rule first, in random order within a rule. */
export function findObjectFoils(thing: Thing, options: FoilOptions): Foil[] {
  const { name } = thing;
  const { lexicon, scene, closedWorld, random } = options;
  const plural = isPluralNoun(name);
  if (isUniqueNoun(name) || toSingular(name) === "person") return [];
  const isFree = (word: string) =>
    toSingular(word) !== toSingular(name) &&
    isMassNoun(word) === isMassNoun(name) &&
    !isUniqueNoun(word) &&
    (personNames.has(name) || !personNames.has(word)) &&
    scene.objects.every(
      (object) =>
        object.name !== word &&
        (closedWorld || !areLookAlikes(word, object.name)) &&
        (lexicon === null || lexicon.compareNouns(word, object.name, object.synset) === "different"),
    );
  const from = (rule: string, words: readonly string[]): Foil[] =>
    random.shuffle(words).flatMap((word) => (isFree(word) ? [{ word: asNeeded(word, plural), rule }] : []));

  const person = personSets.find((set) => set.includes(name));
  if (person !== undefined)
    return from(
      "person",
      person.filter((word) => word !== name),
    );
  return closedWorld ? fromInventory(thing, options, from) : fromKind(thing, options, from);
}

type Take = (rule: string, words: readonly string[]) => Foil[];

/** In a closed world whatever it does not hold is absent. */
function fromInventory({ name, synset }: Thing, { lexicon, inventory }: FoilOptions, take: Take): Foil[] {
  const plural = isPluralNoun(name);
  const relatives = lexicon?.findRelatives(name, synset) ?? { siblings: [], cousins: [] };
  const known = new Set(inventory.objects);
  const inKnown = (words: readonly string[]) => words.filter((word) => known.has(asNeeded(word, plural)));
  return firstOfEach([
    ...take("wordnet-sibling", inKnown(relatives.siblings)),
    ...take("wordnet-cousin", inKnown(relatives.cousins)),
    ...take(
      "inventory",
      inventory.objects.filter((word) => isPluralNoun(word) === plural),
    ),
  ]);
}

/**
 * In an open world a foil is of the same kind, and one that the source knows; a thing of no kind, such as a part of a
 * body, has none: nobody says of a zebra's mouth that the zebra has a leg instead.
 */
function fromKind({ name, synset }: Thing, { lexicon, inventory }: FoilOptions, take: Take): Foil[] {
  const kind = lexicon === null ? null : kindOfThing({ name, synset }, lexicon);
  if (lexicon === null || kind === null) return [];
  const plural = isPluralNoun(name);
  const source = inventory.objects.length > 0 ? knownOfKind(inventory, kind) : sceneNounsOf(kind);
  const alike = [
    ...new Set(
      source
        .filter((word) => inventory.objects.length === 0 || isPluralNoun(word) === plural)
        .filter((word) => toSingular(word).split(" ").every(lexicon.isUsable))
        .map((word) => asNeeded(word, plural)),
    ),
  ];
  const relatives = lexicon.findRelatives(name, synset);
  const isAmong = (words: readonly string[]) => alike.filter((word) => words.includes(toSingular(word)));
  return firstOfEach([
    ...take("wordnet-sibling", isAmong(relatives.siblings)),
    ...take("wordnet-cousin", isAmong(relatives.cousins)),
    ...take("same-kind", alike),
  ]);
}

/** Words of a kind; an inventory is asked for each thing of each scene. */
function knownOfKind(inventory: Inventory, kind: string): readonly string[] {
  const known = wordsByKind.get(inventory) ?? new Map<string, string[]>();
  if (known.size === 0) {
    for (const word of inventory.objects) {
      const its = sceneKindOf(word);
      if (its !== null) known.set(its, [...(known.get(its) ?? []), word]);
    }
    wordsByKind.set(inventory, known);
  }
  return known.get(kind) ?? [];
}
const wordsByKind = new WeakMap<Inventory, Map<string, string[]>>();

function asNeeded(word: string, plural: boolean): string {
  return plural ? toPlural(toSingular(word)) : word;
}

/** Attributes that exclude this one: members of its closed sets, then antonyms of its sense. */
export function findAttributeFoils(
  attribute: string,
  { lexicon, inventory, random }: Omit<FoilOptions, "scene" | "closedWorld">,
  synset?: string,
): Foil[] {
  const known = new Set(inventory.attributes);
  const form = toAttributeForm(attribute);
  if (form.place === "quantity") {
    const others = ["2", "3", "4", "5"].filter((word) => word !== attribute);
    return /^[2-9]$/u.test(attribute) ? random.shuffle(others).map((word) => ({ word, rule: "number" })) : [];
  }
  if (form.place !== "before") return [];
  const found = findAttributeSets(attribute).flatMap((set) =>
    set.groups.flatMap((group) => {
      const familiar = group.filter((word) => known.has(word));
      const words = familiar.length > 0 ? familiar : known.size === 0 ? group.slice(0, 1) : [];
      return words
        .filter(
          (word) =>
            compareAttributes(attribute, word) === "exclusive" && toAttributeForm(word).place === "before",
        )
        .map((word) => ({ word, rule: set.name }));
    }),
  );
  const antonyms =
    found.length > 0 || lexicon === null || !form.predicable ? [] : lexicon.findAntonyms(attribute, synset);
  return firstOfEach([...random.shuffle(found), ...antonyms.map((word) => ({ word, rule: "antonym" }))]);
}

/** Predicates that exclude this one by place: "sit on" -> "sit under". */
export function findPredicateFoils(
  predicate: string,
  { inventory, random }: Pick<FoilOptions, "inventory" | "random">,
): Foil[] {
  const { verb, place } = toRelationSense(predicate);
  if (place === null) return [];
  const known = inventory.predicates.filter((word) => {
    const other = toRelationSense(word);
    return other.verb === verb && other.place !== null && arePlacesExclusive(other.place, place);
  });
  const made = findPlaceFoils(place).flatMap((phrase) => replacePlace(predicate, phrase) ?? []);
  return firstOfEach([...random.shuffle(known), ...made].map((word) => ({ word, rule: "preposition" })));
}

function firstOfEach(foils: readonly Foil[]): Foil[] {
  const seen = new Set<string>();
  return foils.filter(({ word }) => !seen.has(word) && seen.add(word));
}

/** Persons by what one can see of them: siblings in WordNet ("driver", "uncle") may all be the same man. */
const personSets = [
  ["man", "woman", "boy", "girl"],
  ["men", "women", "boys", "girls"],
  ["lady", "man", "boy"],
  ["guy", "woman", "girl"],
];
const personNames = new Set([
  ...personSets.flat(),
  "person",
  "people",
  "child",
  "children",
  "baby",
  "player",
]);
