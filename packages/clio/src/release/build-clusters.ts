import type { AuditRating } from "../analyst.ts";
import type { ClusterNode } from "../hierarchy/build-tree.ts";
import {
  publishAtMost,
  publishCount,
  publishParts,
  publishShare,
  type Publishable,
  type PublishableName,
} from "../privacy/door.ts";
import type { Suppression } from "../privacy/suppress.ts";
import type { Thresholds } from "../privacy/thresholds.ts";
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
  readonly conversations: number;
}

interface Family {
  readonly shown: readonly { readonly index: number; readonly conversations: Publishable<number> }[];
  readonly withheld: Withheld;
}

/**
 * The clusters that may be shown, with rounded counts in which children and what is withheld sum to their parent.
 * Families follow their parents; in a family the largest stands first.
 */
export function buildClusters(
  summaries: readonly ClusterSummary[],
  totals: Totals,
  suppression: Suppression,
  { thresholds, hasAuditor }: { readonly thresholds: Thresholds; readonly hasAuditor: boolean },
): PublishedClusters {
  const all = publishCount(totals.conversations, thresholds);
  const clusters: PublishedCluster[] = [];

  const splitFamily = (parent: number | null, whole: Publishable<number>): Family => {
    const children = [...summaries.keys()].filter((index) => summaries[index]?.parent === parent);
    const isShown = (index: number): boolean => suppression.visible[index] === true;
    const sizeOf = (index: number): number => summaries[index]?.conversations ?? 0;
    const shown = children.filter(isShown).toSorted((a, b) => sizeOf(b) - sizeOf(a) || a - b);
    const hidden = children.filter((index) => !isShown(index));
    const hiddenSize = hidden.reduce((sum, index) => sum + sizeOf(index), 0);
    const parts = publishParts([...shown.map(sizeOf), hiddenSize], whole, thresholds);
    return {
      shown: shown.map((index, position) => ({ index, conversations: parts[position] ?? whole })),
      withheld: { clusters: hidden.length, conversations: parts[shown.length] ?? 0 },
    };
  };

  const publishFamily = (family: Family): void => {
    for (const { index, conversations } of family.shown) {
      const summary = summaries[index];
      if (!summary?.name) continue;
      const below = summary.level === 0 ? null : splitFamily(index, conversations);
      clusters.push({
        id: summary.id,
        level: summary.level,
        parent: summary.parent === null ? null : (summaries[summary.parent]?.id ?? null),
        name: summary.name.name,
        description: summary.name.description,
        conversations,
        accounts: publishAtMost(summary.accounts, conversations, thresholds),
        share: publishShare(conversations, all),
        withheld: below?.withheld ?? null,
        audit: toAudit(summary.name.rating, hasAuditor),
      });
      if (below) publishFamily(below);
    }
  };

  const top = splitFamily(null, all);
  publishFamily(top);
  return {
    clusters,
    totals: { conversations: all, accounts: publishCount(totals.accounts, thresholds) },
    withheldAtTop: top.withheld,
  };
}

function toAudit(rating: AuditRating | null, hasAuditor: boolean): PublishedCluster["audit"] {
  if (rating !== null) return { rating, reason: null };
  const reason = hasAuditor
    ? "the auditor gave no usable rating; the rules of the release decided"
    : "no auditor ran: this analyst has none";
  return { rating: null, reason };
}
