import { toWordVectorsInSteps, wordSimilarity, type NamedCluster, type WordVector } from "./cluster-words.ts";
import type { Steps } from "./in-steps.ts";

/** A cluster of the earlier and one of the later list, by index, with the cosine of their words. */
export interface SimilarPair {
  readonly before: number;
  readonly after: number;
  readonly similarity: number;
}

interface IdentifiedCluster extends NamedCluster {
  readonly id: string;
  readonly level: number;
}

/** Of a vector's length 1, what may be left out of the search: in its commonest words, which nearly all clusters have. */
const mostLeftOut = 0.6;
/** Clusters that are worked off before others get their turn. */
const atOnce = 50;
/** More than any error of rounding in a sum of some dozen products. */
const slack = 1e-9;

/**
 * The pairs of one level with an equal id or a similarity of at least `least`, in the order of the two lists.
 *
 * Clusters without a word in common are never looked at. Of each earlier cluster, words of the least weight are left out of
 * the search as long as what is left out is too short to matter: by the Cauchy-Schwarz inequality it can add no more than its
 * length to a cosine. Whatever might reach `least` with it is computed in full, so no pair is missed.
 */
export function* listSimilarPairs(
  before: readonly IdentifiedCluster[],
  after: readonly IdentifiedCluster[],
  least: number,
): Steps<SimilarPair[]> {
  const vectors = yield* toWordVectorsInSteps([...before, ...after]);
  const laterVectors = vectors.slice(before.length);
  const { postings, byId } = yield* indexLater(after, laterVectors);
  const sums = new Float64Array(after.length);
  const pairs: SimilarPair[] = [];
  for (const [index, { id, level }] of before.entries()) {
    if (index % atOnce === atOnce - 1) yield;
    const vector = vectors[index] ?? empty;
    const { words, leftOut } = chooseWords(vector, least * mostLeftOut);
    const touched: number[] = [];
    for (const [word, weight] of words) {
      for (const [other, otherWeight] of postings.get(level)?.get(word) ?? []) {
        if (sums[other] === 0) touched.push(other);
        sums[other] = (sums[other] ?? 0) + weight * otherWeight;
      }
    }
    const found = touched.filter((other) => (sums[other] ?? 0) + leftOut >= least - slack);
    for (const other of touched) sums[other] = 0;
    const equal = (byId.get(id) ?? []).filter((other) => after[other]?.level === level);
    for (const other of [...new Set([...found, ...equal])].toSorted((a, b) => a - b)) {
      const similarity = wordSimilarity(vector, laterVectors[other] ?? empty);
      if (similarity >= least || after[other]?.id === id)
        pairs.push({ before: index, after: other, similarity });
    }
  }
  return pairs;
}

const empty: WordVector = new Map();

type Posting = readonly [cluster: number, weight: number];

/** By level and word the clusters that have it. */
function* indexLater(
  after: readonly IdentifiedCluster[],
  vectors: readonly WordVector[],
): Steps<{ postings: Map<number, Map<string, Posting[]>>; byId: Map<string, number[]> }> {
  const postings = new Map<number, Map<string, Posting[]>>();
  const byId = new Map<string, number[]>();
  for (const [index, { id, level }] of after.entries()) {
    if (index % atOnce === atOnce - 1) yield;
    append(byId, id, index);
    const words = postings.get(level) ?? new Map<string, Posting[]>();
    postings.set(level, words);
    for (const [word, weight] of vectors[index] ?? empty)
      if (weight > 0) append(words, word, [index, weight]);
  }
  return { postings, byId };
}

/** All words but those of least weight that make up no more than `most` of the vector, and the length of what is left out. */
function chooseWords(vector: WordVector, most: number) {
  const rising = [...vector].toSorted(([, a], [, b]) => a - b);
  let squares = 0;
  let first = 0;
  for (const [, weight] of rising) {
    if (Math.sqrt(squares + weight ** 2) > most) break;
    squares += weight ** 2;
    first++;
  }
  return { words: rising.slice(first), leftOut: Math.sqrt(squares) };
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
