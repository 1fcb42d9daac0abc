import type { Growth, PublishedCluster } from "@observatory/clio/release";
import type { ClioData } from "../clio-data.ts";
import type { ClusterIndex } from "./cluster-index.ts";
import { compareDifferences, toStrength } from "./facet-breakdown.ts";

export interface GrowthRow {
  readonly cluster: PublishedCluster;
  readonly growth: Growth;
}

export interface DifferenceRow {
  readonly cluster: PublishedCluster;
  /** Name and title of the facet, and the place of the value in it. */
  readonly facet: string;
  readonly title: string;
  readonly index: number;
  readonly value: string;
  readonly conversations: number;
  /** Null where no other conversation has the value. */
  readonly ratio: number | null;
  readonly interval: readonly [number, number] | null;
  readonly significant: boolean;
}

/** Clusters of a level whose share of all conversations changed for sure: the surest growth, and the surest decline, first. */
export function listGrowth(
  clusters: readonly PublishedCluster[],
  timeline: ClioData["timeline"],
): { readonly growing: readonly GrowthRow[]; readonly declining: readonly GrowthRow[] } {
  const rows = clusters.flatMap((cluster) => {
    const growth = timeline?.clusters[cluster.id]?.growth ?? null;
    return growth === null || !growth.significant ? [] : [{ cluster, growth }];
  });
  const byStrength = rows.toSorted((a, b) => toStrength(b.growth) - toStrength(a.growth));
  return {
    growing: byStrength.filter(({ growth }) => growth.ratio > 1),
    declining: byStrength.filter(({ growth }) => growth.ratio < 1),
  };
}

/** What is over-represented where, among clusters of one level: significant cells, the surest first. */
export function listOverRepresented(
  clusters: readonly PublishedCluster[],
  overlays: ClioData["overlays"],
): readonly DifferenceRow[] {
  return toDifferences(clusters, overlays)
    .filter(({ significant, ratio }) => significant && (ratio === null || ratio > 1))
    .toSorted(compareDifferences);
}

/** Where one value of one facet is over-represented, over all levels: what is nowhere else, then the largest ratio first. */
export function listClustersOf(
  index: ClusterIndex,
  overlays: ClioData["overlays"],
  { facet, value }: { readonly facet: string; readonly value: number },
): readonly DifferenceRow[] {
  return toDifferences([...index.byId.values()], overlays, facet)
    .filter((row) => row.index === value)
    .toSorted(
      (a, b) => Number(b.ratio === null) - Number(a.ratio === null) || (b.ratio ?? 0) - (a.ratio ?? 0),
    );
}

function toDifferences(
  clusters: readonly PublishedCluster[],
  overlays: ClioData["overlays"],
  only?: string,
): readonly DifferenceRow[] {
  const facets = (overlays?.facets ?? []).filter(({ name }) => only === undefined || name === only);
  return facets.flatMap(({ name, title, values, clusters: cells }) =>
    clusters.flatMap((cluster) =>
      (cells[cluster.id] ?? []).map((cell) => ({
        cluster,
        facet: name,
        title,
        index: cell.value,
        value: values[cell.value]?.value ?? "",
        conversations: cell.conversations,
        ratio: cell.ratio,
        interval: cell.interval,
        significant: cell.significant,
      })),
    ),
  );
}
