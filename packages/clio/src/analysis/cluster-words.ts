import { runSteps, type Steps } from "./in-steps.ts";

/** What a cluster is called: enough to compare two by their words. */
export interface NamedCluster {
  readonly name: string;
  readonly description: string;
}

/** Weight of each word, of length 1 together. */
export type WordVector = ReadonlyMap<string, number>;

/** Turns the texts of clusters into TF-IDF vectors, with the frequencies of words among these clusters. */
export function toWordVectors(clusters: readonly NamedCluster[]): WordVector[] {
  return runSteps(toWordVectorsInSteps(clusters));
}

const atOnce = 200;

/** The same in steps of some milliseconds each. */
export function* toWordVectorsInSteps(clusters: readonly NamedCluster[]): Steps<WordVector[]> {
  const counts: ReadonlyMap<string, number>[] = [];
  const clustersWith = new Map<string, number>();
  for (const { name, description } of clusters) {
    const found = new Map<string, number>();
    for (const word of toWords(`${name} ${description}`)) found.set(word, (found.get(word) ?? 0) + 1);
    for (const word of found.keys()) clustersWith.set(word, (clustersWith.get(word) ?? 0) + 1);
    if (counts.push(found) % atOnce === 0) yield;
  }
  const vectors: WordVector[] = [];
  for (const found of counts) {
    const weights = [...found].map(([word, count]): [string, number] => {
      const rarity = Math.log((1 + clusters.length) / (1 + (clustersWith.get(word) ?? 0)));
      return [word, (1 + Math.log(count)) * rarity];
    });
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight ** 2, 0));
    const vector = new Map(weights.map(([word, weight]) => [word, length === 0 ? 0 : weight / length]));
    if (vectors.push(vector) % atOnce === 0) yield;
  }
  return vectors;
}

/** Cosine of two word vectors, 0 to 1. */
export function wordSimilarity(a: WordVector, b: WordVector): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of few) sum += weight * (many.get(word) ?? 0);
  return sum;
}

/** Words without the endings that only inflect; scripts without spaces give pairs of characters. */
export function toWords(text: string): string[] {
  return [...text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap(([word]) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word)
      ? toPairs(word)
      : [toStem(word)],
  );
}

function toPairs(word: string): string[] {
  const characters = Array.from(word);
  return characters.length < 2
    ? characters
    : characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
}

function toStem(word: string): string {
  for (const ending of ["ing", "ies", "ed", "es", "s", "e", "y"]) {
    if (word.endsWith(ending) && word.length - ending.length >= 3) return word.slice(0, -ending.length);
  }
  return word;
}
