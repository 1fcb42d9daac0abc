import type { Thresholds } from "./thresholds.ts";

/** One cluster of a tree, as far as hiding it is concerned. */
export interface SuppressionNode {
  /** Index of the parent in the list, or null at the top. */
  readonly parent: number | null;
  readonly conversations: number;
  readonly accounts: number;
  /** False where no text of the cluster passed the privacy rules. */
  readonly nameable: boolean;
  /** Withheld in the last release, and moved by too little since to be shown now. */
  readonly staysHidden?: boolean;
  /** Shown in a release before, so that its size is known. */
  readonly wasShown?: boolean;
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
 * What an earlier release showed hides nobody: its size is known. So siblings that were never shown are hidden first, and
 * they must pass alone, as long as there are enough of them.
 *
 * @param nodes every parent stands before its children
 */
export function suppress(nodes: readonly SuppressionNode[], thresholds: Thresholds): Suppression {
  const visible = nodes.map(
    (node) =>
      node.nameable &&
      node.staysHidden !== true &&
      node.conversations >= thresholds.minConversations &&
      node.accounts >= thresholds.minAccounts,
  );
  const unnamed = nodes.filter((node) => !node.nameable).length;
  const staying = nodes.filter((node) => node.nameable && node.staysHidden === true).length;
  const belowThreshold = visible.filter((shown) => !shown).length - unnamed - staying;
  const firstHidden = belowThreshold + unnamed;

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
    const neverShown = children.filter((child) => nodes[child]?.wasShown !== true);
    // Where all that was never shown is too little together, size is what is left to go by.
    const byNeverShown = passes(neverShown);
    const isSafe = (hiddenOnes: readonly number[]): boolean =>
      passes(byNeverShown ? hiddenOnes.filter((child) => nodes[child]?.wasShown !== true) : hiddenOnes);
    const rank = (child: number): number => (byNeverShown && nodes[child]?.wasShown === true ? 1 : 0);
    const inOrder = children
      .filter((child) => visible[child])
      .toSorted(
        (a, b) =>
          rank(a) - rank(b) || (nodes[a]?.conversations ?? 0) - (nodes[b]?.conversations ?? 0) || a - b,
      );
    const hiddenOnes = children.filter((child) => !visible[child]);
    for (const next of inOrder) {
      if (hiddenOnes.length === 0 || isSafe(hiddenOnes)) return;
      visible[next] = false;
      hiddenOnes.push(next);
    }
  }

  /** Whether what several clusters hold together may be known. */
  function passes(hiddenOnes: readonly number[]): boolean {
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
