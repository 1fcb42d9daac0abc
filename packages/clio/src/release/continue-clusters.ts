/** A cluster of one release, as far as its continuation is looked for. */
export interface ContinuableCluster {
  readonly id: string;
  readonly level: number;
  readonly bases: readonly number[];
}

/** Whether a cluster was found again by the conversations that both inputs hold, or by what its members say. */
export type ContinuedBy = "conversations" | "words";

export interface Continuation {
  /** Index of the earlier cluster. */
  readonly before: number;
  /** Index of the later cluster. */
  readonly after: number;
  readonly by: ContinuedBy;
}

export interface ContinueOptions {
  /** For each base of the earlier release and each of the later: how many requests are in both. */
  readonly shared: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** Requests of each base. */
  readonly sizes: { readonly before: readonly number[]; readonly after: readonly number[] };
  /**
   * Of these earlier and later clusters, those pairs of which each is the other's most alike of all, with their likeness
   * (a cosine). Asked once a level.
   */
  readonly findAlike: (before: readonly number[], after: readonly number[]) => Promise<readonly AlikePair[]>;
}

export interface AlikePair {
  readonly before: number;
  readonly after: number;
  readonly likeness: number;
}

/**
 * The least Jaccard overlap, among requests that both inputs have. A quarter: measured where the truth is known (see
 * ARCHITECTURE), more loses true continuations and less finds false ones.
 */
const leastOverlap = 0.25;
/** Clusters of which the inputs share fewer requests than this, or a smaller part, go by what is said. */
const fewestShared = 10;
const leastSharedPart = 0.1;
/** The least likeness of what is said. */
const leastLikeness = 0.6;

/**
 * Which later cluster continues which earlier one: level by level, one to one, by the conversations that both inputs hold, the
 * largest overlap first (equal ones by their ids); clusters of which the inputs share too little, by what
 * their members say.
 */
export async function continueClusters(
  before: readonly ContinuableCluster[],
  after: readonly ContinuableCluster[],
  options: ContinueOptions,
): Promise<Continuation[]> {
  const found: Continuation[] = [];
  for (const level of new Set(after.map((cluster) => cluster.level))) {
    const earlier = [...before.keys()].filter((index) => before[index]?.level === level);
    const later = [...after.keys()].filter((index) => after[index]?.level === level);
    const overlaps = measureOverlaps(before, after, { earlier, later }, options);
    const taken = { before: new Set<number>(), after: new Set<number>() };
    const pair = (continuation: Continuation): void => {
      if (taken.before.has(continuation.before) || taken.after.has(continuation.after)) return;
      taken.before.add(continuation.before);
      taken.after.add(continuation.after);
      found.push(continuation);
    };
    for (const { before, after } of overlaps.pairs) pair({ before, after, by: "conversations" });
    const alike = await options.findAlike(
      earlier.filter((index) => !taken.before.has(index) && !overlaps.knownBefore.has(index)),
      later.filter((index) => !taken.after.has(index) && !overlaps.knownAfter.has(index)),
    );
    for (const { before, after, likeness } of alike) {
      if (likeness >= leastLikeness) pair({ before, after, by: "words" });
    }
  }
  return found;
}

/** Pairs with enough overlap, best first, and the clusters of which the other input holds enough to go by. */
function measureOverlaps(
  before: readonly ContinuableCluster[],
  after: readonly ContinuableCluster[],
  { earlier, later }: { readonly earlier: readonly number[]; readonly later: readonly number[] },
  { shared, sizes }: ContinueOptions,
) {
  const laterOf = new Map<number, number>();
  for (const index of later) for (const base of after[index]?.bases ?? []) laterOf.set(base, index);
  const sharedBefore = new Map<number, number>();
  const sharedAfter = new Map<number, number>();
  const inBoth: { before: number; after: number; count: number }[] = [];
  for (const index of earlier) {
    const counts = new Map<number, number>();
    for (const base of before[index]?.bases ?? []) {
      for (const [other, count] of shared.get(base) ?? []) {
        add(sharedBefore, index, count);
        const partner = laterOf.get(other);
        if (partner !== undefined) add(counts, partner, count);
      }
    }
    for (const [partner, count] of counts) inBoth.push({ before: index, after: partner, count });
  }
  for (const [, row] of shared) {
    for (const [other, count] of row) {
      const index = laterOf.get(other);
      if (index !== undefined) add(sharedAfter, index, count);
    }
  }
  const pairs = inBoth
    .map(({ count, ...pair }) => {
      const all = (sharedBefore.get(pair.before) ?? 0) + (sharedAfter.get(pair.after) ?? 0) - count;
      return { ...pair, overlap: count / all, key: `${before[pair.before]?.id} ${after[pair.after]?.id}` };
    })
    .filter(({ before: b, after: a, overlap }) => overlap >= leastOverlap && isKnown(b, a))
    .toSorted((a, b) => b.overlap - a.overlap || (a.key < b.key ? -1 : 1));
  return {
    pairs,
    knownBefore: new Set(earlier.filter((index) => isEnough(sharedBefore, index, before, sizes.before))),
    knownAfter: new Set(later.filter((index) => isEnough(sharedAfter, index, after, sizes.after))),
  };

  /** Two small clusters of which nothing else is shared are still the same. */
  function isKnown(b: number, a: number): boolean {
    return isEnough(sharedBefore, b, before, sizes.before) || isEnough(sharedAfter, a, after, sizes.after);
  }
}

function isEnough(
  shared: ReadonlyMap<number, number>,
  index: number,
  clusters: readonly ContinuableCluster[],
  sizes: readonly number[],
): boolean {
  const size = (clusters[index]?.bases ?? []).reduce((sum, base) => sum + (sizes[base] ?? 0), 0);
  return (
    (shared.get(index) ?? 0) >= Math.min(size / 2, Math.max(fewestShared, leastSharedPart * size)) && size > 0
  );
}

function add(counts: Map<number, number>, key: number, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
