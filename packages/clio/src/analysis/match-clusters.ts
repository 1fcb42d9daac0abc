import type { NamedCluster } from "./cluster-words.ts";
import { runSteps, type Steps } from "./in-steps.ts";
import { listSimilarPairs, type SimilarPair } from "./list-similar-pairs.ts";

export interface MatchableCluster extends NamedCluster {
  readonly id: string;
  readonly level: number;
  /** Of all conversations of its release. */
  readonly share: number;
}

/** How a pair was found. */
export type MatchedBy = "id" | "words";

/** Clusters of the earlier and the later list, by index, that are one subject. */
export interface ClusterMatch {
  readonly by: MatchedBy;
  /** Cosine of the words of the leading pair. */
  readonly similarity: number;
  /** The partner first, then those that went into the later partner. */
  readonly before: readonly number[];
  /** The partner first, then those that came out of the earlier partner. */
  readonly after: readonly number[];
}

/** The least cosine at which words of two clusters are taken for one subject. */
export const leastSimilarity = 0.3;

/** From here on two clusters pair even where one of them resembles a third more, which found a nearer partner. */
const closeSimilarity = 0.5;

/**
 * Finds which clusters of two releases are one subject, level by level: those of equal id, then pair by pair the
 * most similar by words that have no partner yet, if each is the other's most similar of all or they are close. What is left
 * over on both sides is not paired for want of better: a new subject would meet one that is gone.
 *
 * A cluster left over may be a part of a partnered one. It joins the most similar match, by the same measure, in which
 * the shares of before and after then agree better than without it; else it is in no match.
 *
 * How far that carries was measured where the truth is known: two random halves of the accounts of a synthetic corpus,
 * analysed apart without a language model, clusters called alike where their members' true labels overlap by half. See
 * ARCHITECTURE. Vectors of these names instead of their words found no more. Centroids of the members would, but no
 * release holds any.
 */
export function matchClusters(
  before: readonly MatchableCluster[],
  after: readonly MatchableCluster[],
): ClusterMatch[] {
  return runSteps(matchInSteps(before, after));
}

/** The same in steps of some milliseconds each. */
export function* matchInSteps(
  before: readonly MatchableCluster[],
  after: readonly MatchableCluster[],
): Steps<ClusterMatch[]> {
  const all = yield* listSimilarPairs(before, after, leastSimilarity);
  const similar = all
    .filter(({ similarity }) => similarity >= leastSimilarity)
    .toSorted((a, b) => b.similarity - a.similarity || a.before - b.before || a.after - b.after);
  yield;
  const matchOf: MatchIndex = { before: new Map(), after: new Map() };
  const pair = (candidate: SimilarPair, by: MatchedBy): void => {
    if (matchOf.before.has(candidate.before) || matchOf.after.has(candidate.after)) return;
    const { similarity } = candidate;
    const match = { by, similarity, before: [candidate.before], after: [candidate.after] };
    matchOf.before.set(candidate.before, match);
    matchOf.after.set(candidate.after, match);
  };
  for (const candidate of all) {
    if (before[candidate.before]?.id === after[candidate.after]?.id) pair(candidate, "id");
  }
  const best = findBest(
    similar.filter(({ before: b, after: a }) => !matchOf.before.has(b) && !matchOf.after.has(a)),
  );
  for (const candidate of similar) {
    if (candidate.similarity >= closeSimilarity || best.has(candidate)) pair(candidate, "words");
  }

  const matches = [...matchOf.before.entries()].toSorted(([a], [b]) => a - b).map(([, match]) => match);
  const shareOf = (match: OpenMatch, side: "before" | "after"): number => {
    const clusters = side === "before" ? before : after;
    return match[side].reduce((sum, index) => sum + (clusters[index]?.share ?? 0), 0);
  };
  const join = (match: OpenMatch | undefined, side: "before" | "after", index: number): void => {
    if (match === undefined || matchOf[side].has(index)) return;
    const widened = { ...match, [side]: [...match[side], index] };
    const gap = (of: OpenMatch): number => Math.abs(Math.log(shareOf(of, "after") / shareOf(of, "before")));
    if (!(gap(widened) < gap(match))) return;
    match[side].push(index);
    matchOf[side].set(index, match);
  };
  for (const candidate of similar) {
    join(matchOf.before.get(candidate.before), "after", candidate.after);
    join(matchOf.after.get(candidate.after), "before", candidate.before);
  }
  return matches;
}

/** The pairs of which each is the other's most similar. */
function findBest(similar: readonly SimilarPair[]): ReadonlySet<SimilarPair> {
  const first = { before: new Map<number, SimilarPair>(), after: new Map<number, SimilarPair>() };
  for (const candidate of similar) {
    if (!first.before.has(candidate.before)) first.before.set(candidate.before, candidate);
    if (!first.after.has(candidate.after)) first.after.set(candidate.after, candidate);
  }
  return new Set(
    similar.filter((pair) => first.before.get(pair.before) === pair && first.after.get(pair.after) === pair),
  );
}

interface OpenMatch extends ClusterMatch {
  readonly before: number[];
  readonly after: number[];
}

interface MatchIndex {
  readonly before: Map<number, OpenMatch>;
  readonly after: Map<number, OpenMatch>;
}
