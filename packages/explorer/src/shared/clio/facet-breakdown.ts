import type { OverlayCell, OverlayFacet, PublishedCluster } from "@observatory/clio/release";
import type { ClioData } from "../clio-data.ts";

/** One value of a facet in a cluster against the rest. */
export interface FacetRow {
  readonly facet: string;
  /** Place of the value in its facet, for links to the overlay. */
  readonly index: number;
  readonly value: string;
  /** Of the cluster; null where it is not shown. */
  readonly conversations: number | null;
  readonly share: number | null;
  /** Share in all other conversations: the share here by the published ratio; 0 where it is only here; null where unknown. */
  readonly restShare: number | null;
  /** Share in all conversations. */
  readonly baseShare: number;
  /** Null where no other conversation has the value. */
  readonly ratio: number | null;
  readonly interval: readonly [number, number] | null;
  readonly significant: boolean;
}

/** One facet of a cluster. */
export interface FacetBreakdown {
  readonly facet: OverlayFacet;
  /** In the facet's order if it has one, else the largest first; values that are not shown come last. */
  readonly rows: readonly FacetRow[];
  readonly hidden: number;
}

/** How a cluster falls into the values of a facet. */
export function createFacetBreakdown(cluster: PublishedCluster, facet: OverlayFacet): FacetBreakdown {
  const cells = new Map((facet.clusters[cluster.id] ?? []).map((cell) => [cell.value, cell]));
  const rows = facet.values.map((_, index) => toRow(cluster, facet, index, cells.get(index)));
  const shown = rows.filter(({ conversations }) => conversations !== null);
  const hidden = rows.filter(({ conversations }) => conversations === null);
  return {
    facet,
    rows:
      facet.kind === "ordinal"
        ? rows
        : [...shown.toSorted((a, b) => (b.conversations ?? 0) - (a.conversations ?? 0)), ...hidden],
    hidden: hidden.length,
  };
}

/**
 * Every shown cell of a cluster, over all facets: what is significant first, of it what is only here, then the surest to
 * be off 1.
 */
export function listDifferences(
  cluster: PublishedCluster,
  data: Pick<ClioData, "overlays">,
): readonly FacetRow[] {
  return (data.overlays?.facets ?? [])
    .flatMap((facet) =>
      (facet.clusters[cluster.id] ?? []).map((cell) => toRow(cluster, facet, cell.value, cell)),
    )
    .toSorted(compareDifferences);
}

/** An order of differences: significant ones first, of them what is nowhere else, then the surest to be off 1. */
export function compareDifferences(a: Difference, b: Difference): number {
  return (
    Number(b.significant) - Number(a.significant) ||
    Number(b.ratio === null) - Number(a.ratio === null) ||
    toStrength(b) - toStrength(a) ||
    (b.conversations ?? 0) - (a.conversations ?? 0)
  );
}

type Difference = Pick<FacetRow, "ratio" | "interval" | "significant" | "conversations">;

/** How far from 1 the nearer end of the interval lies, in times: 0 where the interval holds 1. */
export function toStrength({
  ratio,
  interval,
}: {
  readonly ratio: number | null;
  readonly interval: readonly [number, number] | null;
}): number {
  if (ratio === null || interval === null) return 0;
  const [low, high] = interval;
  if (low > 1) return Math.log(low);
  // Nothing at all is as far as a number can say.
  return high < 1 ? -Math.log(Math.max(high, 1e-6)) : 0;
}

function toRow(
  cluster: PublishedCluster,
  facet: OverlayFacet,
  index: number,
  cell: OverlayCell | undefined,
): FacetRow {
  const value = facet.values[index];
  const share =
    cell === undefined || cluster.conversations === 0
      ? null
      : Math.min(1, cell.conversations / cluster.conversations);
  const ratio = cell?.ratio ?? null;
  return {
    facet: facet.title,
    index,
    value: value?.value ?? "",
    conversations: cell?.conversations ?? null,
    share,
    restShare: toRestShare(share, ratio),
    baseShare: value?.share ?? 0,
    ratio,
    interval: cell?.interval ?? null,
    significant: cell?.significant ?? false,
  };
}

function toRestShare(share: number | null, ratio: number | null): number | null {
  if (share === null || ratio === 0) return null;
  return ratio === null ? 0 : Math.min(1, share / ratio);
}
