import { createRandom, type Random } from "@observatory/core";
import {
  canRelate,
  worldColourNames,
  type WorldNoun,
  worldNouns,
  worldPatterns,
  worldPredicates,
  worldSizeNames,
} from "./catalogue.ts";
import type { HeldOut } from "./held-out-compounds.ts";

export interface TrainingCaptionsOptions {
  readonly seed: number;
  /**
   * Captions of two objects with attributes, beyond those that say every compound once; 20,000 by default. Their nouns
   * follow Zipf's law, so that compounds are seen from once to hundreds of times.
   */
  readonly extra?: number;
}

/**
 * Captions of a training set, in random order: every compound that was not held out is said at least once, held-out
 * compounds and words never. Write them as lines of a text file.
 *
 * Compounds are: size, pattern or colour with an object; object, relation, object.
 */
export function* trainingCaptions(heldOut: HeldOut, options: TrainingCaptionsOptions): Generator<string> {
  const random = createRandom(`training/${options.seed}`);
  const nouns = worldNouns.filter(({ name }) => !heldOut.unseenObjects.includes(name));
  const extra = Array.from({ length: options.extra ?? 20_000 });
  const ranked = random.fork("ranks").shuffle(nouns);
  const weights = toCumulative(ranked.map((_, rank) => 1 / (rank + 1)));
  const drawNoun = (): WorldNoun => {
    const point = random.next();
    return ranked[weights.findIndex((weight) => point < weight)] ?? random.pick(ranked);
  };
  const captions = [
    ...sayAttributes(nouns, heldOut),
    ...sayRelations(nouns, heldOut),
    ...extra.flatMap(() => sayTwo(drawNoun, heldOut, random) ?? []),
  ];
  yield* random.shuffle(captions);
}

function sayAttributes(nouns: readonly WorldNoun[], heldOut: HeldOut): string[] {
  return nouns.flatMap(({ name, patterned }) => {
    const attributes = [...worldSizeNames, ...(patterned ? worldPatterns : []), ...worldColourNames];
    return attributes
      .filter((attribute) => !heldOut.holdsAttribute(attribute, name))
      .map((attribute) => withArticle(`${attribute} ${name}`));
  });
}

function sayRelations(nouns: readonly WorldNoun[], heldOut: HeldOut): string[] {
  return nouns.flatMap((subject) =>
    nouns.flatMap((object) =>
      worldPredicates
        .filter((predicate) => canRelate(subject, predicate, object))
        .filter((predicate) => !heldOut.holdsRelation(subject.name, predicate, object.name))
        .map((predicate) => `${withArticle(subject.name)} ${predicate} ${withArticle(object.name)}`),
    ),
  );
}

function sayTwo(drawNoun: () => WorldNoun, heldOut: HeldOut, random: Random): string | null {
  const [subject, object] = [drawNoun(), drawNoun()];
  const predicates = worldPredicates
    .filter((predicate) => canRelate(subject, predicate, object))
    .filter((predicate) => !heldOut.holdsRelation(subject.name, predicate, object.name));
  if (predicates.length === 0) return null;
  const mention = ({ name, patterned }: WorldNoun): string => {
    const colours = worldColourNames.filter((colour) => !heldOut.holdsAttribute(colour, name));
    const pattern = patterned && random.next() < 0.3 ? random.pick(worldPatterns) : null;
    const words = [
      // Only large objects have patterns.
      random.next() < 0.4 ? (pattern ? "large" : random.pick(worldSizeNames)) : null,
      pattern,
      random.next() < 0.8 ? random.pick(colours) : null,
      name,
    ];
    return withArticle(words.filter((word) => word !== null).join(" "));
  };
  return `${mention(subject)} ${random.pick(predicates)} ${mention(object)}`;
}

function withArticle(phrase: string): string {
  return `${/^[aeiou]/.test(phrase) ? "an" : "a"} ${phrase}`;
}

function toCumulative(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return weights.map((weight) => (sum += weight / total));
}
