import { toPlainWords } from "../support-terms.ts";
import { addNoise } from "./add-noise.ts";
import type { BoundedPoints } from "./bounded-points.ts";
import { deviationOf, varianceFor, type BudgetPlan } from "./budget-plan.ts";
import { wordSignificance } from "./choose-clusters.ts";
import type { PublicWords } from "./public-words.ts";
import type { RandomBytes } from "./random-bytes.ts";

/** What the accounts of a cluster say, as far as noise lets it be told. */
export interface ClusterWords {
  /** Words with their noisy numbers of accounts, most first. */
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

/**
 * Noisy histograms of a closed vocabulary: of each cluster the words that stand out of the noise, and of those the
 * pairs. An account says at most so many words, and pairs, of a cluster: the rarest in English of those that it uses, so that what it
 * says depends on nobody else. No cell is left out of the noise, so no threshold need protect anybody. Costs the rho of
 * `words` and `pairs`. Rejects with the signal's reason.
 *
 * @param texts of each point
 */
export async function countWords(
  { starts }: Pick<BoundedPoints, "starts">,
  texts: readonly string[],
  options: CountWordsOptions,
): Promise<readonly ClusterWords[]> {
  const { plan, vocabulary, clusters, groupOf, bytes, signal } = options;
  const { conversations, words: mostOfAccount, pairs: mostPairs } = plan.bounds;
  const read = texts.map((text) => toPlainWords(text).map((word) => vocabulary.indexOf(word)));

  const size = vocabulary.words.length;
  const wordVariance = varianceFor(plan.rhoOf.words, conversations * mostOfAccount);
  const counts = countKeys(starts, { groupOf, most: mostOfAccount }, (point) =>
    // Higher numbers are rarer words.
    [...new Set(read[point])].filter((word) => word >= 0).toSorted((a, b) => b - a),
  );
  const least = wordSignificance * deviationOf(wordVariance);
  const chosen: Counted[][] = [];
  for (let group = 0; group < clusters; group++) {
    signal?.throwIfAborted();
    const of = counts.get(group);
    const exact = Array.from({ length: size }, (_, word) => of?.get(word) ?? 0);
    const noisy = [...addNoise(exact, wordVariance, bytes)].map((accounts, word) => ({ word, accounts }));
    chosen.push(
      noisy
        .filter(({ accounts }) => accounts >= least)
        .toSorted((a, b) => b.accounts - a.accounts || a.word - b.word)
        .map(({ word, accounts }) => ({ word: vocabulary.words[word] ?? "", accounts })),
    );
    // Noise for a whole vocabulary takes a moment: others may want the thread.
    await new Promise((resolve) => setImmediate(resolve));
  }

  const pairVariance = varianceFor(plan.rhoOf.pairs, conversations * mostPairs);
  const leastPair = pairSignificance * deviationOf(pairVariance);
  const numbersOf = chosen.map((words) => words.slice(0, mostWords).map(({ word }) => vocabulary.indexOf(word)));
  const pairCounts = countKeys(starts, { groupOf, most: mostPairs }, (point) =>
    listPairs(read[point] ?? [], numbersOf[groupOf(point)] ?? []),
  );
  return chosen.map((words, group) => {
    const numbers = numbersOf[group] ?? [];
    const all = numbers.flatMap((_, a) => numbers.flatMap((_, b) => (a === b ? [] : [a * mostWords + b])));
    const noisy = addNoise(
      all.map((pair) => pairCounts.get(group)?.get(pair) ?? 0),
      pairVariance,
      bytes,
    );
    const pairs = all
      .map((pair, at) => ({
        first: words[Math.floor(pair / mostWords)]?.word ?? "",
        second: words[pair % mostWords]?.word ?? "",
        accounts: noisy[at] ?? 0,
      }))
      .filter(({ accounts }) => accounts >= leastPair)
      .toSorted((a, b) => b.accounts - a.accounts || (a.first < b.first ? -1 : 1));
    return { words, pairs };
  });
}

/** By cluster and key how many accounts give it; an account gives at most so many keys of a cluster, the first ones. */
function countKeys(
  starts: ArrayLike<number>,
  { groupOf, most }: { readonly groupOf: (point: number) => number; readonly most: number },
  keysOf: (point: number) => readonly number[],
): Map<number, Map<number, number>> {
  const counts = new Map<number, Map<number, number>>();
  for (let account = 0; account + 1 < starts.length; account++) {
    const given = new Map<number, Set<number>>();
    for (let point = starts[account] ?? 0; point < (starts[account + 1] ?? 0); point++) {
      const group = groupOf(point);
      if (group < 0) continue;
      const own = given.get(group) ?? new Set<number>();
      given.set(group, own);
      for (const key of keysOf(point)) if (own.size < most) own.add(key);
    }
    for (const [group, keys] of given) {
      const of = counts.get(group) ?? new Map<number, number>();
      counts.set(group, of);
      for (const key of keys) of.set(key, (of.get(key) ?? 0) + 1);
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
