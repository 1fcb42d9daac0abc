import { toPlainWords } from "../../words/plain-words.ts";
import { addNoise } from "./add-noise.ts";
import { pointsByGroup, type BoundedPoints } from "./bounded-points.ts";
import { deviationOf, varianceFor, type BudgetPlan } from "./budget-plan.ts";
import { wordSignificance } from "./choose-clusters.ts";
import type { PublicWords } from "./public-words.ts";
import type { RandomBytes } from "./random-bytes.ts";

/** What the accounts of a cluster say, as far as noise lets it be told. */
export interface ClusterWords {
  /** Noisy numbers of accounts of every word that was looked for, most first. */
  readonly all: readonly Counted[];
  /** Standard deviation of the noise of `all`. */
  readonly deviation: number;
  /** Those of them that stand out of the noise. */
  readonly words: readonly Counted[];
  /** Two of these words, one soon after the other: "set alarm", "credit card". */
  readonly pairs: readonly CountedPair[];
}

export interface Counted {
  readonly word: string;
  readonly accounts: number;
}

export interface CountedPair {
  readonly first: string;
  readonly second: string;
  readonly accounts: number;
}

export interface CountWordsOptions {
  readonly plan: BudgetPlan;
  readonly vocabulary: PublicWords;
  readonly clusters: number;
  /** Number of a point's cluster; negative: in none. */
  readonly groupOf: (point: number) => number;
  readonly bytes: RandomBytes;
  readonly signal?: AbortSignal | undefined;
}

/** Words of a cluster that are counted in pairs. */
const mostWords = 8;
/** Standard deviations above which a pair is taken for more than noise; both of its words are known already. */
const pairSignificance = 2.5;
/** Words between which another word or two may stand. */
const reach = 3;

/** Standard deviations above which a word is looked for in clusters at all. */
const vocabularySignificance = 2.5;

/**
 * Noisy histograms of a closed vocabulary: first over all, to find the words that are used at all; then of each cluster
 * those that stand out of the noise; then the pairs of these. An account says at most so many words, and pairs: the rarest in English of those
 * that it uses, so that what it says depends on nobody else. Every cell has noise, the empty ones too, so no
 * threshold need protect anybody. Costs the rho of `vocabulary`, `words` and `pairs`. Throws the signal's reason.
 *
 * @param texts of each point
 */
export function countWords(
  { starts }: Pick<BoundedPoints, "starts">,
  texts: readonly string[],
  options: CountWordsOptions,
): readonly ClusterWords[] {
  const { plan, vocabulary, clusters, groupOf, signal } = options;
  const { rhoOf, bounds } = plan;
  const read = texts.map((text) => toPlainWords(text).map((word) => vocabulary.indexOf(word)));
  /** Higher numbers are rarer words. */
  const rarest = (words: Iterable<number>): number[] =>
    [...new Set(words)].filter((word) => word >= 0).toSorted((a, b) => b - a);

  const everywhere = drawCells(
    countKeys(starts, { groupOf: () => 0, most: bounds.vocabulary }, (points) =>
      rarest(points.flatMap((point) => read[point] ?? [])),
    ).get(0),
    vocabulary.words.keys(),
    { ...options, rho: rhoOf.vocabulary, sensitivitySquared: bounds.vocabulary },
    vocabularySignificance,
  );
  const used = new Set(everywhere.map(({ key }) => key));
  signal?.throwIfAborted();

  const perCluster = { groupOf, most: bounds.words };
  const wordCounts = countKeys(starts, perCluster, (points) =>
    rarest(points.flatMap((point) => read[point] ?? []).filter((word) => used.has(word))),
  );
  const wordNoise = { ...options, rho: rhoOf.words, sensitivitySquared: bounds.conversations * bounds.words };
  const wordsOf = Array.from({ length: clusters }, (_, group) => {
    signal?.throwIfAborted();
    return drawCells(wordCounts.get(group), used, wordNoise, Number.NEGATIVE_INFINITY);
  });
  const wordDeviation = deviationOf(varianceFor(wordNoise.rho, wordNoise.sensitivitySquared));
  const chosenOf = wordsOf.map((cells) =>
    cells.filter(({ accounts }) => accounts >= wordSignificance * wordDeviation),
  );

  const knownOf = chosenOf.map((cells) => cells.slice(0, mostWords).map(({ key }) => key));
  const pairCounts = countKeys(starts, { groupOf, most: bounds.pairs }, (points, group) => [
    ...new Set(points.flatMap((point) => listPairs(read[point] ?? [], knownOf[group] ?? []))),
  ]);
  const pairNoise = { ...options, rho: rhoOf.pairs, sensitivitySquared: bounds.conversations * bounds.pairs };
  const wordAt = (key: number): string => vocabulary.words[key] ?? "";
  return wordsOf.map((all, group) => {
    const known = knownOf[group] ?? [];
    const possible = known.flatMap((_, a) => known.flatMap((_, b) => (a === b ? [] : [a * mostWords + b])));
    const pairs = drawCells(pairCounts.get(group), possible, pairNoise, pairSignificance);
    return {
      all: all.map(({ key, accounts }) => ({ word: wordAt(key), accounts })),
      deviation: wordDeviation,
      words: (chosenOf[group] ?? []).map(({ key, accounts }) => ({ word: wordAt(key), accounts })),
      pairs: pairs.map(({ key, accounts }) => ({
        first: wordAt(known[Math.floor(key / mostWords)] ?? -1),
        second: wordAt(known[key % mostWords] ?? -1),
        accounts,
      })),
    };
  });
}

interface CellNoise {
  readonly rho: number;
  readonly sensitivitySquared: number;
  readonly bytes: RandomBytes;
}

/** All possible cells with noise; those that stand out by so many standard deviations, most first. */
function drawCells(
  counts: ReadonlyMap<number, number> | undefined,
  possible: Iterable<number>,
  { rho, sensitivitySquared, bytes }: CellNoise,
  significance: number,
): readonly { readonly key: number; readonly accounts: number }[] {
  const variance = varianceFor(rho, sensitivitySquared);
  const least = significance * deviationOf(variance);
  const keys = [...possible];
  const noisy = addNoise(
    keys.map((key) => counts?.get(key) ?? 0),
    variance,
    bytes,
  );
  return keys
    .map((key, at) => ({ key, accounts: noisy[at] ?? 0 }))
    .filter(({ accounts }) => accounts >= least)
    .toSorted((a, b) => b.accounts - a.accounts || a.key - b.key);
}

/** By cluster and key how many accounts give it; an account gives at most so many keys of a cluster, the first ones. */
function countKeys(
  starts: ArrayLike<number>,
  { groupOf, most }: { readonly groupOf: (point: number) => number; readonly most: number },
  keysOf: (points: readonly number[], group: number) => readonly number[],
): Map<number, Map<number, number>> {
  const counts = new Map<number, Map<number, number>>();
  for (let account = 0; account + 1 < starts.length; account++) {
    for (const [group, points] of pointsByGroup(starts, account, groupOf)) {
      const of = counts.get(group) ?? new Map<number, number>();
      counts.set(group, of);
      for (const key of new Set(keysOf(points, group).slice(0, most))) of.set(key, (of.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** Pairs of a text, each as `first * mostWords + second` by their places among the words of its cluster. */
function listPairs(words: readonly number[], known: readonly number[]): readonly number[] {
  const pairs = new Set<number>();
  words.forEach((word, at) => {
    const first = known.indexOf(word);
    if (first < 0) return;
    for (const next of words.slice(at + 1, at + 1 + reach)) {
      const second = known.indexOf(next);
      if (second >= 0 && second !== first) pairs.add(first * mostWords + second);
    }
  });
  return [...pairs].toSorted((a, b) => a - b);
}
