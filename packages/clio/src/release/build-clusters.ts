import type { AuditRating } from "../analyst.ts";
import type { ClusterNode } from "../hierarchy/build-tree.ts";
import {
  publishAgain,
  publishAtMost,
  publishCount,
  publishParts,
  publishShare,
  publishSum,
  type Publishable,
  type PublishableName,
} from "../privacy/door.ts";
import type { Suppression } from "../privacy/suppress.ts";
import type { Thresholds } from "../privacy/thresholds.ts";
import type { KeptSizes } from "./kept-sizes.ts";
import type { PublishedCluster } from "./schema.ts";

/** A cluster with its exact numbers. Private. */
export interface ClusterSummary extends ClusterNode {
  readonly id: string;
  readonly conversations: number;
  readonly accounts: number;
  /** What of both counts toward thresholds. */
  readonly counted: { readonly conversations: number; readonly accounts: number };
  /** Null where no proposal passed the door. */
  readonly name: PublishableName | null;
}

export interface Totals {
  readonly conversations: number;
  readonly accounts: number;
}

export interface PublishedClusters {
  readonly clusters: readonly PublishedCluster[];
  readonly totals: { readonly conversations: Publishable<number>; readonly accounts: Publishable<number> };
  readonly withheldAtTop: Withheld;
}

interface Withheld {
  readonly clusters: number;
  readonly conversations: Publishable<number>;
}

interface Family {
  readonly shown: readonly number[];
  readonly hidden: readonly number[];
  readonly hiddenSize: number;
}

/** Published conversations: of each shown cluster, of what is withheld in each family (null: at the top), of everything. */
interface Sizes {
  readonly ofCluster: ReadonlyMap<number, Publishable<number>>;
  readonly withheld: ReadonlyMap<number | null, Publishable<number>>;
  readonly all: Publishable<number>;
}

export interface BuildClustersOptions {
  readonly thresholds: Thresholds;
  readonly hasAuditor: boolean;
  /** What the release before has published already; null for a first release. */
  readonly kept?: KeptSizes | null;
}

/**
 * The clusters that may be shown, with rounded counts in which children and what is withheld sum to their parent.
 * Families follow their parents; in a family the largest by what is told stands first.
 *
 * A first release rounds the whole and parts it downwards, so that every count is within a unit of its share. A later one
 * keeps what has hardly moved, rounds the rest, and adds up from below: a parent moves with its parts alone.
 */
export function buildClusters(
  summaries: readonly ClusterSummary[],
  totals: Totals,
  suppression: Suppression,
  { thresholds, hasAuditor, kept = null }: BuildClustersOptions,
): PublishedClusters {
  const families = listFamilies(summaries, suppression);
  const sizes =
    kept === null
      ? partDownwards(summaries, families, totals, thresholds)
      : addUpwards(summaries, families, kept, thresholds);
  const clusters: PublishedCluster[] = [];
  const withheldOf = (parent: number | null): Withheld => ({
    clusters: families.get(parent)?.hidden.length ?? 0,
    conversations: sizes.withheld.get(parent) ?? publishSum([]),
  });
  const toldSize = (index: number): number => sizes.ofCluster.get(index) ?? 0;
  const publishFamily = (parent: number | null): void => {
    // By what is told: the order of exact sizes would tell which of two that are told alike is larger.
    const inOrder = (families.get(parent)?.shown ?? []).toSorted(
      (a, b) => toldSize(b) - toldSize(a) || ((summaries[a]?.id ?? "") < (summaries[b]?.id ?? "") ? -1 : 1),
    );
    for (const index of inOrder) {
      const summary = summaries[index];
      const conversations = sizes.ofCluster.get(index);
      if (!summary?.name || conversations === undefined) continue;
      const before = kept?.sizeOf(summary.id) ?? null;
      clusters.push({
        id: summary.id,
        level: summary.level,
        parent: summary.parent === null ? null : (summaries[summary.parent]?.id ?? null),
        name: summary.name.name,
        description: summary.name.description,
        conversations,
        accounts: publishAtMost(before?.accounts ?? summary.accounts, conversations, thresholds),
        share: publishShare(conversations, sizes.all),
        withheld: summary.level === 0 ? null : withheldOf(index),
        audit: toAudit(summary.name.rating, hasAuditor),
      });
      if (summary.level > 0) publishFamily(index);
    }
  };
  publishFamily(null);
  return {
    clusters,
    totals: {
      conversations: sizes.all,
      accounts: publishAtMost(kept?.accounts ?? totals.accounts, sizes.all, thresholds),
    },
    withheldAtTop: withheldOf(null),
  };
}

/** The children of everything (null) and of each shown cluster, the largest first. */
function listFamilies(
  summaries: readonly ClusterSummary[],
  { visible }: Suppression,
): ReadonlyMap<number | null, Family> {
  const childrenOf = new Map<number | null, number[]>([[null, []]]);
  summaries.forEach(({ parent }, index) => {
    const children = childrenOf.get(parent);
    if (children) children.push(index);
    else childrenOf.set(parent, [index]);
  });
  const sizeOf = (index: number): number => summaries[index]?.conversations ?? 0;
  return new Map(
    [...childrenOf].map(([parent, children]) => {
      const hidden = children.filter((index) => visible[index] !== true);
      const shown = children
        .filter((index) => visible[index] === true)
        .toSorted((a, b) => sizeOf(b) - sizeOf(a) || a - b);
      return [parent, { shown, hidden, hiddenSize: hidden.reduce((sum, index) => sum + sizeOf(index), 0) }];
    }),
  );
}

function partDownwards(
  summaries: readonly ClusterSummary[],
  families: ReadonlyMap<number | null, Family>,
  totals: Totals,
  thresholds: Thresholds,
): Sizes {
  const all = publishCount(totals.conversations, thresholds);
  const ofCluster = new Map<number, Publishable<number>>();
  const withheld = new Map<number | null, Publishable<number>>();
  // Parents stand before their children.
  for (const parent of [null, ...summaries.keys()]) {
    const family = families.get(parent);
    const whole = parent === null ? all : ofCluster.get(parent);
    if (family === undefined || whole === undefined) continue;
    const { shown, hiddenSize } = family;
    const exact = [...shown.map((index) => summaries[index]?.conversations ?? 0), hiddenSize];
    const parts = publishParts(exact, whole, thresholds);
    shown.forEach((index, at) => ofCluster.set(index, parts[at] ?? whole));
    withheld.set(parent, parts[shown.length] ?? whole);
  }
  return { ofCluster, withheld, all };
}

function addUpwards(
  summaries: readonly ClusterSummary[],
  families: ReadonlyMap<number | null, Family>,
  kept: KeptSizes,
  thresholds: Thresholds,
): Sizes {
  const ofCluster = new Map<number, Publishable<number>>();
  const withheld = new Map<number | null, Publishable<number>>();
  const sumFamily = (parent: number | null): Publishable<number> | null => {
    const family = families.get(parent);
    if (family === undefined) return null;
    const { shown, hidden, hiddenSize } = family;
    const before =
      hidden.length === 0
        ? null
        : kept.withheldOf(parent === null ? null : (summaries[parent]?.id ?? ""), hiddenSize);
    const rest = before === null ? publishCount(hiddenSize, thresholds) : publishAgain(before);
    withheld.set(parent, rest);
    return publishSum([...shown.map((index) => ofCluster.get(index) ?? publishSum([])), rest]);
  };
  for (const [index, summary] of [...summaries.entries()].toReversed()) {
    const known = kept.sizeOf(summary.id);
    const sum = summary.level === 0 ? null : sumFamily(index);
    const own =
      known === null ? publishCount(summary.conversations, thresholds) : publishAgain(known.conversations);
    ofCluster.set(index, sum ?? own);
  }
  return { ofCluster, withheld, all: sumFamily(null) ?? publishSum([]) };
}

function toAudit(rating: AuditRating | null, hasAuditor: boolean): PublishedCluster["audit"] {
  if (rating !== null) return { rating, reason: null };
  const reason = hasAuditor
    ? "the auditor gave no usable rating; the rules of the release decided"
    : "no auditor ran: this analyst has none";
  return { rating: null, reason };
}
