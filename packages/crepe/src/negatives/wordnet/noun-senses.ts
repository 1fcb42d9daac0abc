import { isPluralNoun } from "../../captions/render/noun-number.ts";
import { parseSynsetName } from "../../scene-graph/synset-name.ts";
import type { Synset, WordNet } from "./load-wordnet.ts";

/** Which senses of WordNet a name of a thing in a scene has. Names are lower-case singulars. */
export interface NounSenses {
  /**
   * The sense that a synset's name stands for: `bat.n.05`. Null where WordNet has none of that name, where it is no noun,
   * and where nobody can see what it means, such as an act: then the name is read as if nothing were said of its sense.
   */
  readonly resolve: (synset: string | undefined) => Synset | null;
  /** The sense in which a thing of a picture is most likely meant; null for an unknown or an abstract name. */
  readonly mainSense: (noun: string) => Synset | null;
  /** All senses of a name, abstract ones too. */
  readonly allSenses: (noun: string) => readonly Synset[];
  /** All classes above a sense. */
  readonly classesOf: (sense: Synset) => ReadonlySet<string>;
  /**
   * Steps from one sense up to the nearest class that holds both, and down to the other. Null for more than one up or
   * three down, and for a class that holds all sorts of things.
   */
  readonly stepsBetween: (from: Synset, to: Synset) => number | null;
}

/** Looks senses up in WordNet and keeps what it found. */
export function createNounSenses(wordNet: WordNet): NounSenses {
  const mainSenses = new Map<string, Synset | null>();
  const findMainSense = (noun: string): Synset | null => {
    for (const word of namesToTry(noun)) {
      const senses = wordNet.senses(word, "n").filter(({ file }) => concreteFiles.has(file));
      const counted = senses.map((sense) => ({ sense, count: wordNet.tagCount(word, sense) }));
      if (counted.length > 0)
        return counted.reduce((best, next) => (next.count > best.count ? next : best)).sense;
    }
    return null;
  };
  const closures = new Map<string, ReadonlySet<string>>();
  const classesOf = (sense: Synset): ReadonlySet<string> => {
    const known = closures.get(sense.id);
    if (known !== undefined) return known;
    const closure = new Set<string>();
    for (const parent of sense.hypernyms) {
      closure.add(parent);
      for (const ancestor of classesOf(wordNet.synset(parent))) closure.add(ancestor);
    }
    closures.set(sense.id, closure);
    return closure;
  };
  const levelsAbove = (sense: Synset, most: number): ReadonlyMap<string, number> => {
    const levels = new Map([[sense.id, 0]]);
    let last = [sense];
    for (let level = 1; level <= most; level++) {
      last = last.flatMap(({ hypernyms }) => hypernyms.map(wordNet.synset));
      for (const { id } of last) if (!levels.has(id)) levels.set(id, level);
    }
    return levels;
  };
  return {
    resolve(synset) {
      const name = synset === undefined ? null : parseSynsetName(synset);
      if (name?.part !== "n") return null;
      const sense = wordNet.senses(name.lemma, "n")[name.number - 1];
      return sense !== undefined && concreteFiles.has(sense.file) ? sense : null;
    },
    mainSense(noun) {
      const known = mainSenses.get(noun);
      if (known !== undefined) return known;
      const found = findMainSense(noun);
      mainSenses.set(noun, found);
      return found;
    },
    allSenses(noun) {
      const [word = noun] = namesToTry(noun);
      // WordNet lists some plural-only words in the singular: "jean", "pant".
      const bare = isPluralNoun(word) ? wordNet.senses(word.slice(0, -1), "n") : [];
      return [...wordNet.senses(word, "n"), ...bare];
    },
    classesOf,
    stepsBetween(from, to) {
      const ups = levelsAbove(from, 1);
      let least: number | null = null;
      for (const [id, down] of levelsAbove(to, 3)) {
        const up = ups.get(id);
        if (up === undefined || catchAlls.has(wordNet.synset(id).words[0] ?? "")) continue;
        if (least === null || up + down < least) least = up + down;
      }
      return least;
    },
  };
}

/** A compound is looked up whole, then by its head: "tennis racket", "racket". */
function namesToTry(noun: string): readonly string[] {
  const head = noun.slice(noun.lastIndexOf(" ") + 1);
  return head === noun ? [noun] : [noun, head];
}

/** animal, artifact, body, food, object, person, plant, substance, location */
const concreteFiles = new Set([5, 6, 8, 13, 17, 18, 20, 27, 15]);

/** Classes whose members have little in common: a crane and a fan are both devices. */
const catchAlls = new Set([
  "device", "instrumentality", "artifact", "whole", "object", "physical entity", "structure", "covering", "unit",
  "matter", "part", "location", "implement", "equipment", "mechanism", "commodity", "article", "creation",
]); // prettier-ignore
