import type { ComparedCluster, ComparedMatch, ReleaseComparison } from "@observatory/clio/release";

/** What became of a subject. A split or merged one may also have grown or shrunk: `ratio` says it. */
export type CompareKind = "grew" | "shrank" | "steady" | "split" | "merged" | "mixed" | "born" | "gone";

/** One subject of two releases, as a row of a table. */
export interface CompareRow {
  readonly key: string;
  readonly kind: CompareKind;
  readonly level: number;
  /** The later name, or the earlier one of what is gone. */
  readonly name: string;
  readonly before: readonly ComparedCluster[];
  readonly after: readonly ComparedCluster[];
  /** Of all conversations; null where the cluster is not there. */
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
  /** The later share less the earlier; what is not there counts as none. */
  readonly difference: number;
  readonly ratio: number | null;
  readonly interval: readonly [number, number] | null;
  readonly pValue: number | null;
  /** Whether the ratio is off 1 at the comparison's rate of false discoveries. */
  readonly significant: boolean;
  readonly by: ComparedMatch["by"] | null;
  readonly similarity: number | null;
}

/** Everything that a comparison says of one level: what changed most first. */
export function toCompareRows(comparison: ReleaseComparison, level: number): CompareRow[] {
  const isOfLevel = (of: { readonly level: number }) => of.level === level;
  return [
    ...comparison.matches.filter(isOfLevel).map(toMatchRow),
    ...comparison.born.filter(isOfLevel).map((cluster) => toLoneRow("born", cluster)),
    ...comparison.gone.filter(isOfLevel).map((cluster) => toLoneRow("gone", cluster)),
  ].sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || (a.key < b.key ? -1 : 1));
}

/** How many rows there are of each kind. */
export function countKinds(rows: readonly CompareRow[]): Readonly<Record<CompareKind, number>> {
  const counts = { grew: 0, shrank: 0, steady: 0, split: 0, merged: 0, mixed: 0, born: 0, gone: 0 };
  for (const { kind } of rows) counts[kind]++;
  return counts;
}

/** The level that is shown at first: the highest with at least eight clusters in both, else the finest. */
export function chooseCompareLevel({ levels }: ReleaseComparison): number | null {
  const enough = levels.find(({ clusters }) => Math.min(clusters.before, clusters.after) >= 8);
  return (enough ?? levels.at(-1))?.level ?? null;
}

function toMatchRow(match: ComparedMatch): CompareRow {
  const { level, before, after, shape, change, ratio, interval, pValue, by, similarity } = match;
  const [shareBefore, shareAfter] = [sumShares(before), sumShares(after)];
  return {
    key: `${before[0]?.id ?? ""}>${after[0]?.id ?? ""}`,
    kind: shape === "one" ? change : shape,
    level,
    name: after[0]?.name ?? "",
    before,
    after,
    shareBefore,
    shareAfter,
    difference: shareAfter - shareBefore,
    ratio,
    interval,
    pValue,
    significant: change !== "steady",
    by,
    similarity,
  };
}

function toLoneRow(kind: "born" | "gone", cluster: ComparedCluster): CompareRow {
  const { id, level, name, share } = cluster;
  const isBorn = kind === "born";
  return {
    key: `${kind} ${id}`,
    kind,
    level,
    name,
    before: isBorn ? [] : [cluster],
    after: isBorn ? [cluster] : [],
    shareBefore: isBorn ? null : share,
    shareAfter: isBorn ? share : null,
    difference: isBorn ? share : -share,
    ratio: null,
    interval: null,
    pValue: null,
    significant: false,
    by: null,
    similarity: null,
  };
}

function sumShares(clusters: readonly ComparedCluster[]): number {
  return clusters.reduce((sum, { share }) => sum + share, 0);
}
