/** One cluster of the hierarchy, as numbers only. */
export interface ClusterNode {
  /** 0 is the base. */
  readonly level: number;
  /** Index in the list of nodes, or null at the top. */
  readonly parent: number | null;
  /** Indices of the base clusters below it; a base cluster holds itself. */
  readonly bases: readonly number[];
}

/**
 * Turns nested cuts of the base clusters into a tree, from the top down.
 *
 * A parent with a single child says nothing that the child does not say, so it is left out and the child takes
 * its place; a base cluster may therefore stand at the top. Each level still parts the conversations: the part of
 * a conversation at level l is its highest cluster whose level is at most l.
 *
 * @param cuts for each level, base first, the label of each base cluster; each level is nested in the next
 */
export function buildTree(cuts: readonly ArrayLike<number>[]): ClusterNode[] {
  const top = cuts.length - 1;
  const nodes: ClusterNode[] = [];
  const visit = (bases: readonly number[], level: number, parent: number | null): void => {
    const families = groupBy(bases, (base) => cuts[level]?.[base] ?? 0);
    for (const family of families) {
      const splitsAt = highestSplit(family, level);
      const index = nodes.length;
      nodes.push({ level: splitsAt, parent, bases: family });
      if (splitsAt > 0) visit(family, splitsAt - 1, index);
    }
  };
  /** The level at which a family stands: the highest one not above `level` under which it has two children. */
  const highestSplit = (family: readonly number[], level: number): number => {
    for (let l = level; l > 0; l--) {
      if (groupBy(family, (base) => cuts[l - 1]?.[base] ?? 0).length > 1) return l;
    }
    return 0;
  };
  visit(
    Array.from(cuts[0] ?? [], (_, base) => base),
    top,
    null,
  );
  return nodes;
}

/** For each base cluster the nodes from the top to itself, as indices in the list of nodes. */
export function toPaths(nodes: readonly ClusterNode[], baseCount: number): number[][] {
  const paths: number[][] = Array.from({ length: baseCount }, () => []);
  nodes.forEach((node, index) => {
    for (const base of node.bases) paths[base]?.push(index);
  });
  return paths;
}

function groupBy(items: readonly number[], key: (item: number) => number): number[][] {
  const groups = new Map<number, number[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}
