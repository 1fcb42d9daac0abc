import { toWordVectors, wordSimilarity, type NamedCluster, type WordVector } from "./cluster-words.ts";

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

interface Candidate {
  readonly before: number;
  readonly after: number;
  readonly similarity: number;
}

/**
 * Finds which clusters of two releases are one subject, level by level: those of equal id, then pair by pair the
 * most similar by words that have no partner yet, down to {@link leastSimilarity}.
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
  const { all, similar } = listCandidates(before, after);
  const matchOf: MatchIndex = { before: new Map(), after: new Map() };
  const pair = (candidate: Candidate, by: MatchedBy): void => {
    if (matchOf.before.has(candidate.before) || matchOf.after.has(candidate.after)) return;
    const { similarity } = candidate;
    const match = { by, similarity, before: [candidate.before], after: [candidate.after] };
    matchOf.before.set(candidate.before, match);
    matchOf.after.set(candidate.after, match);
  };
  for (const candidate of all) {
    if (before[candidate.before]?.id === after[candidate.after]?.id) pair(candidate, "id");
  }
  for (const candidate of similar) pair(candidate, "words");

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

interface OpenMatch extends ClusterMatch {
  readonly before: number[];
  readonly after: number[];
}

interface MatchIndex {
  readonly before: Map<number, OpenMatch>;
  readonly after: Map<number, OpenMatch>;
}

/** Pairs of one level with an equal id or enough words in common; the latter most similar first. */
function listCandidates(before: readonly MatchableCluster[], after: readonly MatchableCluster[]) {
  const vectors = toWordVectors([...before, ...after]);
  const empty: WordVector = new Map();
  const all = before.flatMap((earlier, index) =>
    after.flatMap((later, other): Candidate[] => {
      if (earlier.level !== later.level) return [];
      const similarity = wordSimilarity(vectors[index] ?? empty, vectors[before.length + other] ?? empty);
      return similarity >= leastSimilarity || earlier.id === later.id
        ? [{ before: index, after: other, similarity }]
        : [];
    }),
  );
  const similar = all
    .filter(({ similarity }) => similarity >= leastSimilarity)
    .toSorted((a, b) => b.similarity - a.similarity || a.before - b.before || a.after - b.after);
  return { all, similar };
}
