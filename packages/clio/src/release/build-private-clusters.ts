import type { ClusterNode } from "../hierarchy/build-tree.ts";
import { publishNoisy, publishShare, type PublishableName } from "../privacy/door.ts";
import type { PublishedCluster } from "./schema.ts";

/** A cluster of noisy numbers. */
export interface NoisyNode extends ClusterNode {
  readonly id: string;
  /** Noisy accounts; of a parent those of its base clusters added up. May be below 0. */
  readonly size: number;
  /** Noisy accounts, counted once in a parent too. May be below 0. */
  readonly accounts: number;
  readonly name: PublishableName | null;
}

export interface PrivateClusters {
  readonly clusters: readonly PublishedCluster[];
  readonly conversations: number;
  readonly withheldAtTop: { readonly clusters: number; readonly conversations: number };
  readonly counts: { readonly belowThreshold: number; readonly unnamed: number };
}

/**
 * The clusters that are shown of noisy ones: those that have a name, stand out of the noise and pass the threshold, and
 * every parent of one that has a name. Nothing here knows an exact number, so nothing needs to be hidden to protect another.
 *
 * @param nodes every parent before its children
 */
export function buildPrivateClusters(
  nodes: readonly NoisyNode[],
  { least }: { readonly least: (node: NoisyNode) => number },
): PrivateClusters {
  const childrenOf = (parent: number | null): number[] =>
    [...nodes.keys()].filter((index) => nodes[index]?.parent === parent);
  const isLarge = nodes.map((node) => node.size >= least(node));
  const visible = nodes.map(({ name }, index) => name !== null && isLarge[index] === true);
  // From below: a parent is at least what is shown of it.
  for (const index of [...nodes.keys()].toReversed())
    if (nodes[index]?.name !== null && childrenOf(index).some((child) => visible[child]))
      visible[index] = true;

  const wholeOf = (index: number): number => {
    const below = childrenOf(index).filter((child) => visible[child]);
    const shown = below.reduce((sum, child) => sum + wholeOf(child), 0);
    return Math.max(shown, Math.round(nodes[index]?.size ?? 0), 0);
  };
  const top = childrenOf(null);
  const total = Math.max(
    top.filter((index) => visible[index]).reduce((sum, index) => sum + wholeOf(index), 0),
    Math.round(top.reduce((sum, index) => sum + (nodes[index]?.size ?? 0), 0)),
  );
  const clusters: PublishedCluster[] = [];
  const publish = (family: readonly number[], whole: number): PublishedCluster["withheld"] => {
    const shown = family
      .filter((index) => visible[index])
      .toSorted((a, b) => wholeOf(b) - wholeOf(a) || a - b);
    for (const index of shown) {
      const node = nodes[index];
      if (!node?.name) continue;
      const conversations = publishNoisy(wholeOf(index));
      const at = clusters.length;
      const cluster: PublishedCluster = {
        id: node.id,
        level: node.level,
        parent: node.parent === null ? null : (nodes[node.parent]?.id ?? null),
        name: node.name.name,
        description: node.name.description,
        conversations,
        accounts: publishNoisy(Math.min(conversations, node.accounts)),
        share: publishShare(conversations, publishNoisy(total)),
        withheld: null,
        audit: { rating: null, reason: "no auditor reads a name made of noisy counts of public words" },
      };
      clusters.push(cluster);
      if (node.level > 0) clusters[at] = { ...cluster, withheld: publish(childrenOf(index), conversations) };
    }
    const told = shown.reduce((sum, index) => sum + wholeOf(index), 0);
    return { clusters: family.length - shown.length, conversations: publishNoisy(whole - told) };
  };
  const withheldAtTop = publish(top, total) ?? { clusters: 0, conversations: 0 };
  return {
    clusters,
    conversations: publishNoisy(total),
    withheldAtTop,
    counts: {
      belowThreshold: nodes.filter((_, index) => !visible[index] && !isLarge[index]).length,
      unnamed: nodes.filter((_, index) => !visible[index] && isLarge[index] === true).length,
    },
  };
}
