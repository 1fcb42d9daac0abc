import { toWordVectors, wordSimilarity, type NamedCluster, type WordVector } from "./cluster-words.ts";

export interface MatchableCluster extends NamedCluster {
  readonly id: string;
  readonly level: number;
}

/** How a pair was found. */
export type MatchedBy = "id" | "words";

/** Clusters of the earlier and the later list, by index, that are one subject. */
export interface ClusterMatch {
  readonly by: MatchedBy;
  /** Cosine of the words of the leading pair. */
  readonly similarity: number;
  /** The partner first, then others that are nearest to the later partner and have none of their own. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** The least cosine at which words of two clusters are taken for one subject. */
export const leastSimilarity = 0.35;

interface Candidate {
  readonly before: number;
  readonly after: number;
  readonly similarity: number;
}

/**
 * Finds which clusters of two releases are one subject, level by level: those of equal id, then pair by pair the
 * most similar by words that have no partner yet, down to {@link leastSimilarity}. A cluster left over joins the match of
 * the partnered cluster that it resembles most, by the same measure; what resembles none is in no match.
 *
 * Words of names and descriptions alone: two names of one subject in other words do not meet, where vectors of their
 * meaning would; releases hold no vectors.
 */
export function matchClusters(
  before: readonly MatchableCluster[],
  after: readonly MatchableCluster[],
): ClusterMatch[] {
  const vectors = toWordVectors([...before, ...after]);
  const candidates = listCandidates(before, after, vectors);
  const partnerOfBefore = new Map<number, Candidate & { readonly by: MatchedBy }>();
  const partnerOfAfter = new Map<number, Candidate & { readonly by: MatchedBy }>();
  const pair = (candidate: Candidate, by: MatchedBy): void => {
    if (partnerOfBefore.has(candidate.before) || partnerOfAfter.has(candidate.after)) return;
    partnerOfBefore.set(candidate.before, { ...candidate, by });
    partnerOfAfter.set(candidate.after, { ...candidate, by });
  };
  for (const candidate of candidates.all) {
    if (before[candidate.before]?.id === after[candidate.after]?.id) pair(candidate, "id");
  }
  for (const candidate of candidates.similar) pair(candidate, "words");

  const joined = new Map<number, { readonly before: number[]; readonly after: number[] }>();
  for (const { before: index, after: partner } of partnerOfBefore.values())
    joined.set(index, { before: [index], after: [partner] });
  const placed = { before: new Set(partnerOfBefore.keys()), after: new Set(partnerOfAfter.keys()) };
  for (const candidate of candidates.similar) {
    if (!placed.after.has(candidate.after)) {
      joined.get(candidate.before)?.after.push(candidate.after);
      placed.after.add(candidate.after);
    }
    if (!placed.before.has(candidate.before)) {
      joined.get(partnerOfAfter.get(candidate.after)?.before ?? -1)?.before.push(candidate.before);
      placed.before.add(candidate.before);
    }
  }
  return [...partnerOfBefore.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([index, { by, similarity }]) => ({
      by,
      similarity,
      ...(joined.get(index) ?? { before: [], after: [] }),
    }));
}

/** Pairs of one level; the similar ones most similar first. */
function listCandidates(
  before: readonly MatchableCluster[],
  after: readonly MatchableCluster[],
  vectors: readonly WordVector[],
) {
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
