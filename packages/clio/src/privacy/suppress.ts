import type { Thresholds } from "./thresholds.ts";

/** One cluster of a tree, as far as hiding it is concerned. */
export interface SuppressionNode {
  /** Index of the parent in the list, or null at the top. */
  readonly parent: number | null;
  readonly conversations: number;
  readonly accounts: number;
  /** False where no text of the cluster passed the privacy rules. */
  readonly nameable: boolean;
}

export interface Suppression {
  /** For each node, whether it may be shown. */
  readonly visible: readonly boolean[];
  /** How many nodes are hidden by each cause. */
  readonly counts: {
    readonly belowThreshold: number;
    readonly unnamed: number;
    readonly complementary: number;
  };
}

/**
 * Decides which clusters may be shown.
 *
 * Hidden are: what is under a threshold, what has no publishable name, everything below a hidden cluster, and as
 * many more siblings, smallest first, as it takes so that a parent minus its shown children is nothing or at
 * least two clusters that together pass the thresholds. The distinct accounts of hidden siblings are bounded from
 * below by those of the largest.
 *
 * @param nodes every parent stands before its children
 */
export function suppress(nodes: readonly SuppressionNode[], thresholds: Thresholds): Suppression {
  const visible = nodes.map(
    (node) =>
      node.nameable &&
      node.conversations >= thresholds.minConversations &&
      node.accounts >= thresholds.minAccounts,
  );
  const unnamed = nodes.filter((node) => !node.nameable).length;
  const belowThreshold = visible.filter((shown) => !shown).length - unnamed;
  const firstHidden = visible.filter((shown) => !shown).length;

  const childrenOf = new Map<number | null, number[]>();
  nodes.forEach((node, index) => {
    childrenOf.set(node.parent, [...(childrenOf.get(node.parent) ?? []), index]);
  });
  const families = [null, ...nodes.keys()];
  for (const parent of families) {
    const children = childrenOf.get(parent) ?? [];
    if (parent !== null && visible[parent] !== true) {
      for (const child of children) visible[child] = false;
    } else {
      hideComplements(children);
    }
  }
  const hidden = visible.filter((shown) => !shown).length;
  return { visible, counts: { belowThreshold, unnamed, complementary: hidden - firstHidden } };

  function hideComplements(children: readonly number[]): void {
    const shownBySize = children
      .filter((child) => visible[child])
      .toSorted((a, b) => (nodes[a]?.conversations ?? 0) - (nodes[b]?.conversations ?? 0) || a - b);
    const hiddenOnes = children.filter((child) => !visible[child]);
    for (const next of shownBySize) {
      if (hiddenOnes.length === 0 || isSafeRemainder(hiddenOnes)) return;
      visible[next] = false;
      hiddenOnes.push(next);
    }
  }

  function isSafeRemainder(hiddenOnes: readonly number[]): boolean {
    const members = hiddenOnes.flatMap((index) => nodes[index] ?? []);
    const conversations = members.reduce((sum, node) => sum + node.conversations, 0);
    const accounts = Math.max(...members.map((node) => node.accounts));
    return (
      members.length >= 2 &&
      conversations >= thresholds.minConversations &&
      accounts >= thresholds.minAccounts
    );
  }
}
