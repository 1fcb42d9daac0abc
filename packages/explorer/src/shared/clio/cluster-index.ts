import type { ClustersFile, PublishedCluster } from "@observatory/clio/release";

/** A release's clusters by what one asks of them. */
export interface ClusterIndex {
  readonly byId: ReadonlyMap<string, PublishedCluster>;
  /** Shown clusters without a shown parent, largest first. */
  readonly roots: readonly PublishedCluster[];
  /** Of the base clusters an empty list. */
  childrenOf(id: string): readonly PublishedCluster[];
  /** From the top down to the cluster itself; empty for an unknown id. */
  pathTo(id: string): readonly PublishedCluster[];
  /** Levels that have clusters, from the top down; 0 is the base. */
  readonly levels: readonly number[];
  ofLevel(level: number): readonly PublishedCluster[];
  /** Conversations of the largest cluster of a level, at least 1. */
  largestOf(level: number): number;
}

/** Built once for a release: every question then takes no search. */
export function createClusterIndex({ clusters }: Pick<ClustersFile, "clusters">): ClusterIndex {
  const byId = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  const children = groupBy(clusters, ({ parent }) => (parent === null || !byId.has(parent) ? null : parent));
  const levels = groupBy(clusters, ({ level }) => level);
  const bySize = (list: readonly PublishedCluster[]) =>
    list.toSorted((a, b) => b.conversations - a.conversations);
  const ordered = new Map([...children].map(([id, list]) => [id, bySize(list)]));
  const largest = new Map(
    [...levels].map(([level, list]) => [level, Math.max(1, ...list.map((each) => each.conversations))]),
  );
  return {
    byId,
    roots: ordered.get(null) ?? [],
    childrenOf: (id) => ordered.get(id) ?? [],
    pathTo: (id) => {
      const path: PublishedCluster[] = [];
      let at = byId.get(id);
      while (at !== undefined && !path.includes(at)) {
        path.unshift(at);
        at = at.parent === null ? undefined : byId.get(at.parent);
      }
      return path;
    },
    levels: [...levels.keys()].toSorted((a, b) => b - a),
    ofLevel: (level) => levels.get(level) ?? [],
    largestOf: (level) => largest.get(level) ?? 1,
  };
}

/** `Top level`, `Level 2`, `Base`: level 0 is the base. */
export function describeLevel(level: number, levels: readonly number[]): string {
  if (level === 0) return "Base clusters";
  return level === levels[0] ? "Top clusters" : `Level ${level}`;
}

// `Map.groupBy` is younger than Node 20.
function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
