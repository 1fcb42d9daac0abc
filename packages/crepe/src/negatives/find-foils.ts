import type { Random } from "@observatory/core";
import { toAttributeForm } from "../captions/render/attribute-form.ts";
import {
  isMassNoun,
  isPluralNoun,
  isUniqueNoun,
  toPlural,
  toSingular,
} from "../captions/render/noun-number.ts";
import type { SceneGraph } from "../scene-graph/scene-graph.ts";
import { compareAttributes, findAttributeSets } from "./attribute-sets.ts";
import type { Inventory } from "./inventory.ts";
import { arePlacesExclusive, findPlaceFoils, replacePlace, toRelationSense } from "./relation-sense.ts";
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

/** Other things that could stand in the place of an object, best rule first, in random order within a rule. */
export function findObjectFoils(name: string, options: FoilOptions): Foil[] {
  const { lexicon, inventory, scene, closedWorld, random } = options;
  const plural = isPluralNoun(name);
  if (isUniqueNoun(name) || toSingular(name) === "person") return [];
  const isFree = (word: string) =>
    toSingular(word) !== toSingular(name) &&
    isMassNoun(word) === isMassNoun(name) &&
    !isUniqueNoun(word) &&
    (personNames.has(name) || !personNames.has(word)) &&
    scene.objects.every(
      (object) =>
        object.name !== word && (lexicon === null || lexicon.compareNouns(word, object.name) === "different"),
    );
  const asNeeded = (word: string) => (plural ? toPlural(toSingular(word)) : word);
  const known = new Set(inventory.objects);
  const from = (rule: string, words: readonly string[]): Foil[] =>
    random.shuffle(words).flatMap((word) => (isFree(word) ? [{ word: asNeeded(word), rule }] : []));

  const person = personSets.find((set) => set.includes(name));
  if (person !== undefined)
    return from(
      "person",
      person.filter((word) => word !== name),
    );
  const relatives = lexicon?.findRelatives(name) ?? { siblings: [], cousins: [] };
  const inKnown = (words: readonly string[]) => words.filter((word) => known.has(asNeeded(word)));
  const found = [
    ...from("wordnet-sibling", inKnown(relatives.siblings)),
    ...from("wordnet-cousin", inKnown(relatives.cousins)),
  ];
  if (closedWorld)
    found.push(
      ...from(
        "inventory",
        inventory.objects.filter((word) => isPluralNoun(word) === plural),
      ),
    );
  else {
    const file = lexicon?.fileOf(name) ?? null;
    const alike = inventory.objects.filter(
      (word) =>
        isPluralNoun(word) === plural &&
        !word.includes(" ") &&
        file !== null &&
        lexicon?.fileOf(word) === file &&
        lexicon.isUsable(toSingular(word)),
    );
    found.push(...from("same-kind", alike));
    found.push(...from("wordnet-sibling", relatives.siblings), ...from("wordnet-cousin", relatives.cousins));
  }
  return firstOfEach(found);
}

/** Attributes that exclude this one: members of its closed sets, then antonyms. */
export function findAttributeFoils(
  attribute: string,
  { lexicon, inventory, random }: Omit<FoilOptions, "scene" | "closedWorld">,
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
    found.length > 0 || lexicon === null || !form.predicable ? [] : lexicon.findAntonyms(attribute);
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
