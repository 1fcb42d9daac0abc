import type { PublishedCluster } from "@observatory/clio/release";
import type { Overlay } from "../overlay-colours.ts";
import type { ClusterIndex } from "./cluster-index.ts";

/** One line of the tree as it is drawn. */
export type TreeRow = ClusterRow | WithheldRow;

export interface ClusterRow {
  readonly kind: "cluster";
  readonly key: string;
  readonly cluster: PublishedCluster;
  /** 0 at the top. */
  readonly depth: number;
  /** Counted from 1 among the rows under one parent. */
  readonly position: number;
  readonly siblings: number;
  /** Null where there is nothing to open. */
  readonly isExpanded: boolean | null;
  /** False for those that only lead to what a search found. */
  readonly isMatch: boolean;
}

/** What a parent holds that may not be shown. */
export interface WithheldRow {
  readonly kind: "withheld";
  readonly key: string;
  readonly depth: number;
  readonly position: number;
  readonly siblings: number;
  /** Null at the top. */
  readonly parent: string | null;
  readonly clusters: number;
  readonly conversations: number;
}

export const treeSorts = ["size", "name", "growth", "decline", "high", "low"] as const;
export type TreeSort = (typeof treeSorts)[number];

export interface TreeRowsOptions {
  readonly isExpanded: (cluster: PublishedCluster) => boolean;
  readonly compare: (a: PublishedCluster, b: PublishedCluster) => number;
  /** What a search found: then only it and what leads to it is listed, all of it open. Null without a search. */
  readonly matches: ReadonlySet<string> | null;
  /** Of the top level. */
  readonly withheld: { readonly clusters: number; readonly conversations: number };
}

/** The lines of a tree from the top down, parents before their children; only what is open. */
export function listTreeRows(index: ClusterIndex, options: TreeRowsOptions): readonly TreeRow[] {
  const { matches } = options;
  const kept = matches === null ? null : withAncestors(index, matches);
  const rows: TreeRow[] = [];
  add(null, index.roots, 0, matches === null ? options.withheld : null);
  return rows;

  function add(
    parent: string | null,
    children: readonly PublishedCluster[],
    depth: number,
    withheld: PublishedCluster["withheld"],
  ): void {
    const shown = kept === null ? children : children.filter(({ id }) => kept.has(id));
    const isHiding = withheld !== null && (withheld.clusters > 0 || withheld.conversations > 0);
    const siblings = shown.length + (isHiding ? 1 : 0);
    for (const [at, cluster] of shown.toSorted(options.compare).entries()) {
      const { id } = cluster;
      const below = index.childrenOf(id);
      const canOpen = kept === null ? below.length > 0 : below.some((child) => kept.has(child.id));
      const isExpanded = canOpen ? kept !== null || options.isExpanded(cluster) : null;
      const isMatch = matches === null || matches.has(id);
      rows.push({
        kind: "cluster",
        key: id,
        cluster,
        depth,
        position: at + 1,
        siblings,
        isExpanded,
        isMatch,
      });
      if (isExpanded === true) add(id, below, depth + 1, matches === null ? cluster.withheld : null);
    }
    if (isHiding) {
      const key = `withheld in ${parent ?? "all"}`;
      rows.push({ kind: "withheld", key, depth, position: siblings, siblings, parent, ...withheld });
    }
  }
}

/** An order of siblings; those that lack what is sorted by come last, then the larger first. */
export function createTreeOrder(
  sort: TreeSort,
  { growth, overlay }: { readonly growth: Overlay | null; readonly overlay: Overlay | null },
): (a: PublishedCluster, b: PublishedCluster) => number {
  const bySize = (a: PublishedCluster, b: PublishedCluster) => b.conversations - a.conversations;
  const byMark = (marks: Overlay["marks"] | undefined, sign: number) => {
    return (a: PublishedCluster, b: PublishedCluster) => {
      const [left, right] = [marks?.get(a.id), marks?.get(b.id)];
      if (left === undefined || right === undefined) {
        return Number(left === undefined) - Number(right === undefined) || bySize(a, b);
      }
      return sign * (left.value - right.value) || bySize(a, b);
    };
  };
  switch (sort) {
    case "size":
      return bySize;
    case "name":
      return (a, b) => a.name.localeCompare(b.name, "en", { numeric: true, sensitivity: "base" });
    case "growth":
      return byMark(growth?.marks, -1);
    case "decline":
      return byMark(growth?.marks, 1);
    case "high":
      return byMark(overlay?.marks, -1);
    case "low":
      return byMark(overlay?.marks, 1);
    default:
      return sort satisfies never;
  }
}

/** The finest level to which a tree can be open from the start with few enough rows to look through. */
export function chooseOpenLevel(index: ClusterIndex, maxRows = 40): number {
  const top = index.levels[0] ?? 0;
  let rows = 0;
  let open = top;
  for (const level of index.levels) {
    rows += index.ofLevel(level).length;
    if (level !== top && rows > maxRows) break;
    open = level;
  }
  return open;
}

function withAncestors(index: ClusterIndex, matches: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...matches].flatMap((id) => index.pathTo(id).map((cluster) => cluster.id)));
}
